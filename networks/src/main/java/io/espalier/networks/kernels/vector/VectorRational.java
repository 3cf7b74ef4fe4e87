package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Rational;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Rational} for vectors. A loop calls it once: with several calls the compiler stops
 * inlining at some of them, and vectors are boxed.
 */
final class VectorRational {
  private VectorRational() {}

  static FloatVector tanh(FloatVector x) {
    FloatVector below = x.blend(Rational.LIMIT, x.compare(VectorOperators.GT, Rational.LIMIT));
    FloatVector cut =
        below.blend(-Rational.LIMIT, below.compare(VectorOperators.LT, -Rational.LIMIT));
    FloatVector z = cut.mul(cut);
    FloatVector p =
        FloatVector.broadcast(SPECIES, Rational.P4)
            .fma(z, FloatVector.broadcast(SPECIES, Rational.P3))
            .fma(z, FloatVector.broadcast(SPECIES, Rational.P2))
            .fma(z, FloatVector.broadcast(SPECIES, Rational.P1))
            .fma(z, FloatVector.broadcast(SPECIES, 1f));
    FloatVector q =
        FloatVector.broadcast(SPECIES, Rational.Q4)
            .fma(z, FloatVector.broadcast(SPECIES, Rational.Q3))
            .fma(z, FloatVector.broadcast(SPECIES, Rational.Q2))
            .fma(z, FloatVector.broadcast(SPECIES, Rational.Q1))
            .fma(z, FloatVector.broadcast(SPECIES, 1f));
    return cut.mul(p).div(q);
  }

  /**
   * Replaces values by their sigmoid or tanh. One loop for both, because sigmoid(x) = tanh(x / 2) /
   * 2 + 1 / 2.
   */
  static void squash(float[] values, int from, int count, boolean sigmoid) {
    FloatVector scale = FloatVector.broadcast(SPECIES, sigmoid ? 0.5f : 1f);
    FloatVector shift = FloatVector.broadcast(SPECIES, sigmoid ? 0.5f : 0f);
    for (int i = from; i < from + count; i += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, values, i);
      tanh(x.mul(scale)).fma(scale, shift).intoArray(values, i);
    }
  }
}
