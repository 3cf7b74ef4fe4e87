package io.espalier.structure.prior;

import io.espalier.plan.Require;
import java.util.SplittableRandom;

/**
 * The random graph G(n, p) of Erdős and Rényi (in the form of Gilbert): each of the n (n - 1) / 2
 * pairs is an edge with probability p, independently. It may be unconnected and may have isolated
 * nodes.
 */
final class ErdosRenyi {
  private ErdosRenyi() {}

  /**
   * Draws a graph; O(n²).
   *
   * @param nodes n, 1 or greater
   * @param probability p, 0..1
   */
  static EdgeSet generate(int nodes, double probability, SplittableRandom random) {
    Require.atLeast("nodes", nodes, 1);
    Require.within("probability", probability, 0, 1);
    EdgeSet graph = new EdgeSet(nodes);
    for (int u = 0; u < nodes; u++) {
      for (int v = u + 1; v < nodes; v++) {
        if (random.nextDouble() < probability) {
          graph.add(u, v);
        }
      }
    }
    return graph;
  }
}
