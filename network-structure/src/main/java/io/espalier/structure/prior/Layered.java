package io.espalier.structure.prior;

import io.espalier.plan.Require;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Graphs whose layers are given: nodes are numbered layer by layer, edges lead to later layers
 * only.
 */
final class Layered {
  private Layered() {}

  /**
   * A random layered graph; O(n²).
   *
   * <p>Each pair of nodes of different layers is an edge with the given probability. A node after
   * the first layer that got no source from the layer before it gets one, drawn uniformly, so that
   * its longest path from a source has the length that its layer says. Nodes before the last layer
   * may have no successor.
   *
   * @param widths nodes of each layer, all 1 or greater
   * @param probability of each edge, 0..1
   */
  static EdgeSet random(List<Integer> widths, double probability, SplittableRandom random) {
    Require.within("probability", probability, 0, 1);
    EdgeSet graph = nodes(widths);
    int before = 0;
    int start = widths.get(0);
    for (int width : widths.subList(1, widths.size())) {
      for (int node = start; node < start + width; node++) {
        boolean follows = false;
        for (int source = 0; source < start; source++) {
          if (random.nextDouble() < probability) {
            graph.add(source, node);
            follows |= source >= before;
          }
        }
        if (!follows) {
          graph.add(random.nextInt(before, start), node);
        }
      }
      before = start;
      start += width;
    }
    return graph;
  }

  /** Each node joined to each node of the layer before it, as in a dense network; O(edges). */
  static EdgeSet complete(List<Integer> widths) {
    EdgeSet graph = nodes(widths);
    int before = 0;
    int start = widths.get(0);
    for (int width : widths.subList(1, widths.size())) {
      for (int node = start; node < start + width; node++) {
        for (int source = before; source < start; source++) {
          graph.add(source, node);
        }
      }
      before = start;
      start += width;
    }
    return graph;
  }

  private static EdgeSet nodes(List<Integer> widths) {
    Require.nonEmpty("widths", widths).forEach(width -> Require.atLeast("width", width, 1));
    return new EdgeSet(widths.stream().reduce(0, Math::addExact));
  }
}
