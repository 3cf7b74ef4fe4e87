package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Networks as the learners see them, with random weights and gradients. */
record Layers(Mask mask, Map<String, float[]> weights, Map<String, float[]> gradients)
    implements Insight {

  /** The mask that keeps all weights of layers with these shapes. */
  static Mask dense(List<List<Long>> shapes) {
    List<LayerMask> layers = new ArrayList<>();
    for (List<Long> shape : shapes) {
      BitSet all = new BitSet();
      all.set(0, Math.toIntExact(shape.stream().reduce(1L, (a, b) -> a * b)));
      layers.add(new LayerMask("layer" + layers.size() + ".weight", shape, all));
    }
    return new Mask(layers);
  }

  /** One to four layers, vectors and matrices. */
  static Mask anyDense(SplittableRandom random) {
    List<List<Long>> shapes = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      long rows = 1L + random.nextInt(40);
      shapes.add(random.nextBoolean() ? List.of(rows) : List.of(rows, 1L + random.nextInt(60)));
    }
    return dense(shapes);
  }

  /** Weights between -1 and 1 where the mask keeps one, gradients everywhere. */
  static Layers any(Mask mask, SplittableRandom random) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    Map<String, float[]> gradients = new LinkedHashMap<>();
    for (LayerMask layer : mask.layers()) {
      float[] values = filled(layer, () -> 2 * random.nextDouble() - 1);
      for (int i = 0; i < values.length; i++) {
        values[i] = layer.keeps(i) ? values[i] : 0;
      }
      weights.put(layer.layer(), values);
      gradients.put(layer.layer(), filled(layer, () -> random.nextInt(9) - 4));
    }
    return new Layers(mask, weights, gradients);
  }

  private static float[] filled(LayerMask layer, DoubleSupplier numbers) {
    float[] values = new float[Math.toIntExact(layer.total())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.getAsDouble();
    }
    return values;
  }
}
