package io.espalier.artifacts.tensors;

import io.espalier.plan.Architecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors of an architecture. */
public final class NetworkTensors {
  private NetworkTensors() {}

  /** All tensors in the network's order, from the inputs to the classes. */
  public static List<TensorSpec> of(Architecture architecture) {
    return architecture.match(
        FeedForwardTensors::of,
        FeedForwardTensors::of,
        RecurrentTensors::of,
        RecurrentTensors::of,
        CellTensors::of);
  }

  /** The shapes of all tensors by name, in the network's order. */
  public static Map<String, List<Long>> shapes(Architecture architecture) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    of(architecture).forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    return shapes;
  }

  /** The shapes of the tensors that a mask covers by name, in the network's order. */
  public static Map<String, List<Long>> maskable(Architecture architecture) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    of(architecture).stream()
        .filter(TensorSpec::maskable)
        .forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    return shapes;
  }
}
