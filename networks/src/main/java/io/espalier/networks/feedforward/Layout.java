package io.espalier.networks.feedforward;

import io.espalier.networks.kernels.Matrix;

/** How a batch's activations lie in a {@link Matrix}. */
enum Layout {
  /** A row per sample. */
  ROWS,
  /** A row per unit, samples side by side. */
  LANES;

  /** Room for a batch. */
  Matrix matrix(int samples, int units) {
    return this == ROWS ? new Matrix(samples, units) : new Matrix(units, samples);
  }

  /** Rows in use for a batch of so many samples. */
  int rows(Matrix matrix, int samples) {
    return this == ROWS ? samples : matrix.rows();
  }
}
