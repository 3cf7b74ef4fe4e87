package io.espalier.pruning.surgeon;

import io.espalier.artifacts.mask.LayerMask;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights and biases of a layer, output by output, with its Hessian. A class, not a record: it
 * holds arrays.
 */
final class LayerWeights {
  private final LayerHessian hessian;
  private final float[] weights;
  private final float[] biases;

  /**
   * @param weights [outputs, inputs], zero where they are gone
   * @param biases one per output
   */
  LayerWeights(LayerHessian hessian, float[] weights, float[] biases) {
    this.hessian = hessian;
    this.weights = weights;
    this.biases = biases;
  }

  /** {@code w^2 / (2 [(H_KK)^-1]_qq)}, K being the weights of its output that are there. */
  float[] scores(LayerMask mask) {
    float[] scores = new float[weights.length];
    int[] active = hessian.active();
    Map<BitSet, double[]> known = new HashMap<>();
    for (int output = 0; output < biases.length; output++) {
      int row = output * hessian.inputs();
      RowSurgery surgery = new RowSurgery(hessian, i -> stays(mask, row, i));
      double[] diagonal = known.computeIfAbsent(surgery.kept(), kept -> surgery.inverseDiagonal());
      for (int i = 0; i + 1 < active.length; i++) {
        double weight = weights[row + active[i]];
        if (weight != 0) {
          scores[row + active[i]] = (float) (weight * weight / (2 * diagonal[i]));
        }
      }
    }
    return scores;
  }

  /**
   * Changes weights and biases in place so that the outputs under a mask stay near what they were.
   */
  void compensate(LayerMask mask) {
    int[] active = hessian.active();
    int constant = active.length - 1;
    for (int output = 0; output < biases.length; output++) {
      int row = output * hessian.inputs();
      double[] values = new double[active.length];
      for (int i = 0; i < constant; i++) {
        values[i] = weights[row + active[i]];
      }
      values[constant] = biases[output];
      new RowSurgery(hessian, i -> stays(mask, row, i)).compensate(values);
      for (int i = 0; i < constant; i++) {
        weights[row + active[i]] = (float) values[i];
      }
      biases[output] = (float) values[constant];
    }
  }

  /** The bias stays always. */
  private boolean stays(LayerMask mask, int row, int place) {
    int[] active = hessian.active();
    return place == active.length - 1 || mask.keeps(row + active[place]);
  }
}
