package io.espalier.networks.checkpoint;

import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and shapes of a network's tensors. */
public final class ParameterShapes {
  private ParameterShapes() {}

  /** The weights' name of a layer, counted from 0. */
  public static String weight(int layer) {
    return "layer" + layer + ".weight";
  }

  /** The biases' name of a layer, counted from 0. */
  public static String bias(int layer) {
    return "layer" + layer + ".bias";
  }

  /** All tensors in the network's order: per layer its weight [out, in], then its bias [out]. */
  public static Map<String, List<Long>> all(Architecture architecture) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    maskable(architecture)
        .forEach(
            (weight, shape) -> {
              shapes.put(weight, shape);
              shapes.put(weight.replace(".weight", ".bias"), List.of(shape.get(0)));
            });
    return shapes;
  }

  /** The tensors that a mask covers, in the network's order: weights [out, in], no biases. */
  public static Map<String, List<Long>> maskable(Architecture architecture) {
    List<Integer> widths = ((FeedForward) architecture).widths();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      shapes.put(weight(layer), List.of((long) widths.get(layer + 1), (long) widths.get(layer)));
    }
    return shapes;
  }
}
