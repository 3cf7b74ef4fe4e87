package io.espalier.networks.feedforward;

import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.Panel;

/** Matrices with a row per unit, as the kernels over edges see them. */
final class Panels {
  private Panels() {}

  /** The same values; padding samples are lanes like others. */
  static Panel of(Matrix matrix) {
    return new Panel(matrix.values(), 0, matrix.values().length, matrix.stride());
  }
}
