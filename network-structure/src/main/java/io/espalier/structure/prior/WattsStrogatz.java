package io.espalier.structure.prior;

import io.espalier.plan.Require;
import java.util.SplittableRandom;

/**
 * Connected small-world graphs of Watts and Strogatz (Nature 393, 1998), as {@code
 * connected_watts_strogatz_graph} of networkx draws them.
 *
 * <p>Start with a ring lattice; rewire the far end of each lattice edge with probability p to a
 * uniformly drawn node that makes neither a self-loop nor a repeated edge; repeat the whole until
 * the graph is connected. The number of edges stays n (k / 2) in integer division.
 */
final class WattsStrogatz {

  /** Draws before an unconnected prior is given up, as in networkx. */
  static final int TRIES = 100;

  private WattsStrogatz() {}

  /**
   * Draws a connected graph; O(n k) for a draw, at most {@value #TRIES} draws.
   *
   * @param nodes n, 1 or greater
   * @param neighbours k, 1 to n; an odd k counts as k - 1, as in networkx
   * @param probability p of rewiring an edge, 0..1
   * @throws UndrawableGraph if no draw is connected
   */
  static EdgeSet generate(int nodes, int neighbours, double probability, SplittableRandom random) {
    Require.within("probability", probability, 0, 1);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      EdgeSet graph = rewired(nodes, neighbours, probability, random);
      if (graph.connected()) {
        return graph;
      }
    }
    throw UndrawableGraph.unconnected(nodes, neighbours, probability, TRIES);
  }

  private static EdgeSet rewired(
      int nodes, int neighbours, double probability, SplittableRandom random) {
    EdgeSet graph = RingLattice.of(nodes, neighbours);
    if (neighbours == nodes) {
      return graph;
    }
    for (int distance = 1; distance <= neighbours / 2; distance++) {
      for (int u = 0; u < nodes; u++) {
        if (random.nextDouble() < probability && graph.degree(u) < nodes - 1) {
          graph.remove(u, (u + distance) % nodes);
          graph.add(u, newNeighbour(graph, u, (u + distance) % nodes, random));
        }
      }
    }
    return graph;
  }

  /** A node that is neither {@code u}, nor joined to it, nor the one it was joined to before. */
  private static int newNeighbour(EdgeSet graph, int u, int before, SplittableRandom random) {
    int candidate = random.nextInt(graph.nodes());
    while (candidate == u || candidate == before || graph.has(u, candidate)) {
      candidate = random.nextInt(graph.nodes());
    }
    return candidate;
  }
}
