package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.OutputGradient;
import io.espalier.networks.kernels.Matrix;
import java.util.Arrays;

/** Softmax and cross-entropy of a batch's outputs, a row per sample. */
final class Softmax {
  private Softmax() {}

  /**
   * Turns each row into {@code scale * (p - onehot(label))}, the gradient of the cross-entropy, and
   * the padding rows into zero.
   *
   * @return the cross-entropy summed over the batch, in nats
   */
  static double backward(Matrix outputs, Batch batch, float scale) {
    float[] values = outputs.values();
    int classes = outputs.columns();
    double loss = 0;
    for (int row = 0; row < batch.size(); row++) {
      int at = row * outputs.stride();
      int label = at + batch.samples().label(batch.sample(row));
      float most = most(values, at, classes);
      double logit = (double) values[label] - most;
      double sum = 0;
      for (int i = at; i < at + classes; i++) {
        double e = Math.exp((double) values[i] - most);
        values[i] = (float) e;
        sum += e;
      }
      loss += Math.log(sum) - logit;
      float factor = (float) (scale / sum);
      for (int i = at; i < at + classes; i++) {
        values[i] *= factor;
      }
      values[label] -= scale;
    }
    Arrays.fill(values, batch.size() * outputs.stride(), values.length, 0);
    return loss;
  }

  /** Turns each row into probabilities. */
  static void normalise(Matrix outputs, int samples) {
    float[] values = outputs.values();
    for (int row = 0; row < samples; row++) {
      int at = row * outputs.stride();
      float most = most(values, at, outputs.columns());
      double sum = 0;
      for (int i = at; i < at + outputs.columns(); i++) {
        double e = Math.exp((double) values[i] - most);
        values[i] = (float) e;
        sum += e;
      }
      for (int i = at; i < at + outputs.columns(); i++) {
        values[i] = (float) (values[i] / sum);
      }
    }
  }

  /** Writes what goes backward to a row per sample; padding rows are left alone. */
  static void differentiate(
      Matrix probabilities, Batch batch, OutputGradient gradient, Matrix slopes) {
    for (int row = 0; row < batch.size(); row++) {
      int target = gradient.target(batch.samples().label(batch.sample(row)));
      float factor = (float) gradient.scaled(1, probabilities.get(row, target));
      for (int i = 0; i < probabilities.columns(); i++) {
        slopes.set(row, i, factor * (probabilities.get(row, i) - (i == target ? 1 : 0)));
      }
    }
  }

  /** The cross-entropy of one row, in nats. */
  static double loss(Matrix outputs, int row, int label) {
    float[] values = outputs.values();
    int at = row * outputs.stride();
    float most = most(values, at, outputs.columns());
    double sum = 0;
    for (int i = at; i < at + outputs.columns(); i++) {
      sum += Math.exp((double) values[i] - most);
    }
    return Math.log(sum) - ((double) values[at + label] - most);
  }

  /** The class with the highest output of one row, of equal ones the first. */
  static int best(Matrix outputs, int row) {
    int best = 0;
    for (int c = 1; c < outputs.columns(); c++) {
      best = outputs.get(row, c) > outputs.get(row, best) ? c : best;
    }
    return best;
  }

  private static float most(float[] values, int at, int classes) {
    float most = values[at];
    for (int i = at + 1; i < at + classes; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }
}
