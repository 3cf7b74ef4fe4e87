package io.espalier.networks.recurrent;

import io.espalier.networks.recurrent.LayerPlan.BlockPlan;
import io.espalier.networks.recurrent.LayerPlan.Wiring;
import io.espalier.plan.Dag;
import io.espalier.structure.Layering;
import java.util.Arrays;
import java.util.List;

/** The numbers that the nodes of a graph have as units: layer by layer, ascending within each. */
final class GraphUnits {
  private final int[] unitOf;
  private final int[] firstOf;
  private final Layering layering;

  /**
   * @param offset unit of the first node
   */
  GraphUnits(Layering layering, int offset) {
    this.layering = layering;
    firstOf = new int[layering.layers().size()];
    unitOf = new int[layering.layers().stream().mapToInt(List::size).sum()];
    int unit = offset;
    for (int layer = 0; layer < firstOf.length; layer++) {
      firstOf[layer] = unit;
      for (int node : layering.layers().get(layer)) {
        unitOf[node] = unit++;
      }
    }
  }

  /** First unit of a layer. */
  int first(int layer) {
    return firstOf[layer];
  }

  /**
   * A block with one weight per gate and edge.
   *
   * @param edges in the order of the tensor's columns
   */
  BlockPlan block(String name, int firstSource, int sources, int layer, List<Dag.Edge> edges) {
    int units = layering.layers().get(layer).size();
    int[] edgeOf = new int[units * sources];
    Arrays.fill(edgeOf, Wiring.NONE);
    for (int i = 0; i < edges.size(); i++) {
      int unit = unitOf[edges.get(i).to()] - firstOf[layer];
      edgeOf[unit * sources + unitOf[edges.get(i).from()] - firstSource] = i;
    }
    Wiring wiring =
        (gate, unit, source) -> {
          int edge = edgeOf[unit * sources + source];
          return edge == Wiring.NONE ? Wiring.NONE : gate * edges.size() + edge;
        };
    return new BlockPlan(name, firstSource, sources, wiring);
  }
}
