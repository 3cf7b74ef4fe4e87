package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Matrix;
import java.util.stream.IntStream;

/** Biases of a layer: one per unit, never masked. */
final class Biases {
  private Biases() {}

  static Parameter parameter(Linear linear) {
    return parameter(linear.biasName(), linear.biases());
  }

  static Parameter parameter(String name, float[] values) {
    return new Parameter(
        name,
        values.clone(),
        new float[values.length],
        IntStream.range(0, values.length).toArray());
  }

  /** Adds them to every sample, a row each. */
  static void addToRows(float[] biases, Matrix rows, int samples) {
    float[] values = rows.values();
    for (int row = 0; row < samples; row++) {
      int at = row * rows.stride();
      for (int unit = 0; unit < biases.length; unit++) {
        values[at + unit] += biases[unit];
      }
    }
  }

  /** Adds all samples, a row each, to them. */
  static void addRows(Matrix rows, int samples, float[] biases) {
    float[] values = rows.values();
    for (int row = 0; row < samples; row++) {
      int at = row * rows.stride();
      for (int unit = 0; unit < biases.length; unit++) {
        biases[unit] += values[at + unit];
      }
    }
  }
}
