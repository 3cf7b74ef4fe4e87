package io.espalier.structure.prior;

import io.espalier.plan.Require;
import java.util.SplittableRandom;

/**
 * Small-world graphs of Newman and Watts (Physics Letters A 263, 1999), as {@code
 * newman_watts_strogatz_graph} of networkx draws them: nothing is rewired; for each lattice edge a
 * further edge from the same node to a uniformly drawn one is added with probability p. With k of 2
 * or more they are always connected.
 */
final class NewmanWattsStrogatz {
  private NewmanWattsStrogatz() {}

  /**
   * Draws a graph; O(n k).
   *
   * @param nodes n, 1 or greater
   * @param neighbours k, 1 to n; an odd k counts as k - 1, as in networkx
   * @param probability p of adding an edge, 0..1
   */
  static EdgeSet generate(int nodes, int neighbours, double probability, SplittableRandom random) {
    Require.within("probability", probability, 0, 1);
    EdgeSet graph = RingLattice.of(nodes, neighbours);
    int latticeEdges = neighbours == nodes ? 0 : nodes * (neighbours / 2);
    for (int edge = 0; edge < latticeEdges; edge++) {
      int u = edge % nodes;
      if (random.nextDouble() < probability && graph.degree(u) < nodes - 1) {
        int v = random.nextInt(nodes);
        while (v == u || graph.has(u, v)) {
          v = random.nextInt(nodes);
        }
        graph.add(u, v);
      }
    }
    return graph;
  }
}
