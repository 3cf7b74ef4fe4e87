package io.espalier.networks.feedforward;

import io.espalier.networks.kernels.Matrix;
import java.util.Arrays;

/**
 * Squared gradients of some units' weighted sums, summed over backward passes of one batch. A
 * weight's squared gradient of a sample is the product of its input's square and its unit's.
 */
final class Squares {
  private Matrix sums = new Matrix(0, 0);
  private Matrix inputs = new Matrix(0, 0);
  private boolean begun;

  /** Adds the squares of a pass. */
  void add(Matrix delta) {
    sums = like(delta, sums);
    float[] values = sums.values();
    if (!begun) {
      Arrays.fill(values, 0);
      begun = true;
    }
    float[] deltas = delta.values();
    for (int i = 0; i < values.length; i++) {
      values[i] += deltas[i] * deltas[i];
    }
  }

  /** The sums since the last call, in the layout of what was added; valid until the next one. */
  Matrix take() {
    begun = false;
    return sums;
  }

  /** The squares of some inputs, valid until the next call. */
  Matrix of(Matrix input) {
    inputs = like(input, inputs);
    float[] values = input.values();
    float[] squares = inputs.values();
    for (int i = 0; i < squares.length; i++) {
      squares[i] = values[i] * values[i];
    }
    return inputs;
  }

  private static Matrix like(Matrix wanted, Matrix have) {
    return wanted.rows() == have.rows() && wanted.columns() == have.columns()
        ? have
        : new Matrix(wanted.rows(), wanted.columns());
  }
}
