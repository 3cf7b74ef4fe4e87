package io.espalier.pruning.units;

import io.espalier.artifacts.tensors.RecurrentTensors;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden units of the families whose units can be cut whole, because a network without them is
 * a network of the same family.
 */
public final class UnitLayers {
  private UnitLayers() {}

  /**
   * The layers of hidden units in the network's order; none for a network without hidden layers and
   * for the families on graphs and of cells, whose units are nodes of their graph.
   */
  public static List<UnitLayer> of(Architecture architecture) {
    return architecture.match(
        UnitLayers::of, onGraph -> List.of(), UnitLayers::of, onGraph -> List.of(), c -> List.of());
  }

  /** Unit u of layer l is row u of {@code layer<l>.weight} and column u of the next. */
  private static List<UnitLayer> of(FeedForward network) {
    List<UnitLayer> layers = new ArrayList<>();
    for (int l = 0; l + 2 < network.widths().size(); l++) {
      int units = network.widths().get(l + 1);
      layers.add(
          new UnitLayer(
              "layer" + l,
              units,
              List.of(weights("layer" + l, 1, units, network.widths().get(l))),
              List.of(weights("layer" + (l + 1), network.widths().get(l + 2), units, 1)),
              List.of(new UnitSlices("layer" + l + ".bias", 1, units, 1, false))));
    }
    return layers;
  }

  /**
   * Unit u of layer l is a row of each gate in {@code i2h} and {@code h2h}, column u of {@code h2h}
   * and column u of what reads the layer: the next layer's {@code i2h}, or the output, which no
   * mask covers.
   */
  private static List<UnitLayer> of(RecurrentStack network) {
    int gates = network.cell().gates();
    List<Integer> hidden = network.hidden();
    List<UnitLayer> layers = new ArrayList<>();
    for (int l = 0; l < hidden.size(); l++) {
      int units = hidden.get(l);
      int inputs = l == 0 ? network.embedding() : hidden.get(l - 1);
      String block = RecurrentTensors.block(l);
      UnitSlices readers =
          l + 1 < hidden.size()
              ? weights(RecurrentTensors.block(l + 1) + ".i2h", gates * hidden.get(l + 1), units, 1)
              : new UnitSlices("output.weight", network.classes(), units, 1, false);
      layers.add(
          new UnitLayer(
              block,
              units,
              List.of(
                  weights(block + ".i2h", gates, units, inputs),
                  weights(block + ".h2h", gates, units, units)),
              List.of(weights(block + ".h2h", gates * units, units, 1), readers),
              List.of(
                  new UnitSlices(block + ".i2h.bias", gates, units, 1, false),
                  new UnitSlices(block + ".h2h.bias", gates, units, 1, false))));
    }
    return layers;
  }

  private static UnitSlices weights(String name, int outer, int units, int inner) {
    return new UnitSlices(name + ".weight", outer, units, inner, true);
  }
}
