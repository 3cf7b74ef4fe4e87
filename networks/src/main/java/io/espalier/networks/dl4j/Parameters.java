package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts between named tensors and DL4J's one flat vector of parameters.
 *
 * <p>DL4J stores per layer the weights, [in, out] in column-major order, then the biases. That is
 * the same sequence as [out, in] in row-major order, so that tensors only have to be strung
 * together in the network's order.
 */
final class Parameters {
  private Parameters() {}

  static float[] flat(Architecture architecture, Checkpoint checkpoint) {
    float[] flat = new float[count(architecture)];
    int offset = 0;
    for (String name : NetworkTensors.shapes(architecture).keySet()) {
      FloatTensor tensor = checkpoint.tensor(name);
      System.arraycopy(tensor.values(), 0, flat, offset, tensor.size());
      offset += tensor.size();
    }
    return flat;
  }

  static Checkpoint named(Architecture architecture, float[] flat) {
    List<FloatTensor> tensors = new ArrayList<>();
    int offset = 0;
    for (Map.Entry<String, List<Long>> entry : NetworkTensors.shapes(architecture).entrySet()) {
      int end = offset + size(entry.getValue());
      tensors.add(
          new FloatTensor(entry.getKey(), entry.getValue(), Arrays.copyOfRange(flat, offset, end)));
      offset = end;
    }
    return new Checkpoint(tensors);
  }

  /**
   * One factor per parameter: 0 for pruned weights, 1 for kept weights and biases.
   *
   * @throws IllegalArgumentException if the mask does not fit the network
   */
  static float[] factors(Architecture architecture, Mask mask) {
    Map<String, LayerMask> layers = new HashMap<>();
    mask.layers().forEach(layer -> layers.put(layer.layer(), layer));
    float[] factors = new float[count(architecture)];
    Arrays.fill(factors, 1);
    int offset = 0;
    for (Map.Entry<String, List<Long>> entry : NetworkTensors.shapes(architecture).entrySet()) {
      LayerMask layer = layers.remove(entry.getKey());
      if (layer != null) {
        if (!layer.shape().equals(entry.getValue())) {
          throw new IllegalArgumentException(
              "the mask of "
                  + layer.layer()
                  + " has the shape "
                  + layer.shape()
                  + " instead of "
                  + entry.getValue());
        }
        for (int i = 0; i < layer.total(); i++) {
          factors[offset + i] = layer.keeps(i) ? 1 : 0;
        }
      }
      offset += size(entry.getValue());
    }
    if (!layers.isEmpty()) {
      throw new IllegalArgumentException("the mask covers unknown layers: " + layers.keySet());
    }
    return factors;
  }

  private static int count(Architecture architecture) {
    return NetworkTensors.shapes(architecture).values().stream().mapToInt(Parameters::size).sum();
  }

  private static int size(List<Long> shape) {
    return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
  }
}
