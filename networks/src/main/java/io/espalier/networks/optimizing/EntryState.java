package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One float for every entry of every parameter, 0 at first: a velocity, say. */
final class EntryState {
  private final List<Parameter> parameters;
  private final List<float[]> state;

  private EntryState(List<Parameter> parameters, List<float[]> state) {
    this.parameters = parameters;
    this.state = state;
  }

  static EntryState zero(List<Parameter> parameters) {
    return new EntryState(
        parameters, parameters.stream().map(p -> new float[p.values().length]).toList());
  }

  /** The state of the parameter with this index; not a copy. */
  float[] of(int parameter) {
    return state.get(parameter);
  }

  /**
   * The state of the same tensors with other entries: what stands for the same position of the same
   * tensor is taken over, the rest is 0.
   */
  EntryState carriedTo(List<Parameter> next) {
    EntryState carried = zero(next);
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      known.put(parameters.get(i).name(), i);
    }
    for (int i = 0; i < next.size(); i++) {
      Integer before = known.get(next.get(i).name());
      if (before != null) {
        carry(
            parameters.get(before).positions(),
            state.get(before),
            next.get(i).positions(),
            carried.of(i));
      }
    }
    return carried;
  }

  private static void carry(int[] fromPositions, float[] from, int[] toPositions, float[] to) {
    float[] byPosition = new float[1 + Arrays.stream(fromPositions).max().orElse(-1)];
    for (int i = 0; i < from.length; i++) {
      if (fromPositions[i] >= 0) {
        byPosition[fromPositions[i]] = from[i];
      }
    }
    for (int i = 0; i < to.length; i++) {
      boolean known = toPositions[i] >= 0 && toPositions[i] < byPosition.length;
      to[i] = known ? byPosition[toPositions[i]] : 0;
    }
  }
}
