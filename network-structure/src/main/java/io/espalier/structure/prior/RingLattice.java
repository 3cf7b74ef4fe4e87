package io.espalier.structure.prior;

import io.espalier.plan.Require;

/** The ring that small-world graphs start from. */
final class RingLattice {
  private RingLattice() {}

  /**
   * Each node joined to its k nearest neighbours on a ring, k / 2 on each side; an odd k counts as
   * k - 1, as in networkx, and k = n gives the complete graph. O(n k).
   *
   * @param nodes n, 1 or greater
   * @param neighbours k, 1 to n
   */
  static EdgeSet of(int nodes, int neighbours) {
    Require.atLeast("nodes", nodes, 1);
    Require.within("neighbours", neighbours, 1, nodes);
    EdgeSet ring = new EdgeSet(nodes);
    if (neighbours == nodes) {
      complete(ring);
    } else {
      for (int distance = 1; distance <= neighbours / 2; distance++) {
        for (int u = 0; u < nodes; u++) {
          ring.add(u, (u + distance) % nodes);
        }
      }
    }
    return ring;
  }

  private static void complete(EdgeSet graph) {
    for (int u = 0; u < graph.nodes(); u++) {
      for (int v = u + 1; v < graph.nodes(); v++) {
        graph.add(u, v);
      }
    }
  }
}
