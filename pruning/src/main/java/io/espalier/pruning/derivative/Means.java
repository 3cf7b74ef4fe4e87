package io.espalier.pruning.derivative;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * Means over all samples of what a model's gradients hold after each batch, in double precision; 0
 * for weights that are not there. Memory: a double per maskable weight.
 */
final class Means {
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private long samples;

  Means(Mask mask) {
    for (LayerMask layer : mask.layers()) {
      sums.put(layer.layer(), new double[Math.toIntExact(layer.total())]);
    }
  }

  /** Takes in the gradients of a batch, means over its samples. */
  void add(Model model, int batchSize) {
    samples += batchSize;
    for (Parameter parameter : model.parameters()) {
      double[] sum = sums.get(parameter.name());
      if (sum != null) {
        add(parameter, batchSize, sum);
      }
    }
  }

  private static void add(Parameter parameter, int batchSize, double[] sum) {
    int[] positions = parameter.positions();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] >= 0) {
        sum[positions[i]] += (double) batchSize * parameter.gradients()[i];
      }
    }
  }

  /** A score per weight of its value and its mean. */
  Map<String, float[]> scores(Checkpoint weights, DoubleBinaryOperator score) {
    Map<String, float[]> scores = new LinkedHashMap<>();
    sums.forEach(
        (name, sum) -> {
          FloatTensor tensor = weights.tensor(name);
          float[] ofTensor = new float[sum.length];
          for (int i = 0; i < ofTensor.length; i++) {
            ofTensor[i] = (float) score.applyAsDouble(tensor.value(i), sum[i] / samples);
          }
          scores.put(name, ofTensor);
        });
    return scores;
  }
}
