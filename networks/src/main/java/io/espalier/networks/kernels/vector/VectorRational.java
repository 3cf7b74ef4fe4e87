package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;

import io.espalier.networks.kernels.Rational;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Rational} for vectors. */
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

  static FloatVector sigmoid(FloatVector x) {
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    return tanh(x.mul(half)).fma(half, half);
  }
}
