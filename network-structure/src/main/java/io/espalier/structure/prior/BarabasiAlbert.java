package io.espalier.structure.prior;

import io.espalier.plan.Require;
import java.util.SplittableRandom;

/**
 * Scale-free graphs of Barabási and Albert (Science 286, 1999), in the semantics of {@code
 * barabasi_albert_graph} of networkx.
 *
 * <p>Start with a star: node m joined to the nodes 0 to m - 1; each further node is joined to m
 * different nodes, each drawn with probability proportional to its degree. Gives (n - m) m edges
 * and a connected graph.
 *
 * <p>The star's centre is node m, as in the paper's data, where each of these graphs has m sources;
 * today's networkx gives it the number 0. Undirected, these are the same graphs; directed, that
 * number would leave a single source for all m.
 */
final class BarabasiAlbert {
  private BarabasiAlbert() {}

  /**
   * Draws a graph; O(n m) expected.
   *
   * @param nodes n, 2 or greater
   * @param attachments m edges of each new node, 1 to n - 1
   * @throws UndrawableGraph if these are too many edges; nothing is allocated then
   */
  static EdgeSet generate(int nodes, int attachments, SplittableRandom random) {
    Require.atLeast("nodes", nodes, 2);
    Require.within("attachments", attachments, 1, nodes - 1);
    EdgeSet.requireRoomFor((long) attachments * (nodes - attachments));
    EdgeSet graph = new EdgeSet(nodes);
    // Each node stands here once for each of its edges.
    int[] ends = new int[2 * attachments * (nodes - attachments)];
    int filled = 0;
    for (int leaf = 0; leaf < attachments; leaf++) {
      graph.add(leaf, attachments);
      ends[filled++] = leaf;
      ends[filled++] = attachments;
    }
    for (int node = attachments + 1; node < nodes; node++) {
      int drawable = filled;
      while (filled < drawable + 2 * attachments) {
        int target = ends[random.nextInt(drawable)];
        if (!graph.has(node, target)) {
          graph.add(node, target);
          ends[filled++] = node;
          ends[filled++] = target;
        }
      }
    }
    return graph;
  }
}
