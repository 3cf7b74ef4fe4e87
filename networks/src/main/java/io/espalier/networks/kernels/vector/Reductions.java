package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Sums over all steps and lanes. */
final class Reductions {
  private Reductions() {}

  /** Sum of the products of two units, each given by its position in the first step. */
  static float dot(Panel a, int aAt, Panel b, int bAt, int steps) {
    float[] left = a.values();
    float[] right = b.values();
    int lanes = a.lanes();
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int step = 0; step < steps; step++) {
      int l = aAt + step * a.stride();
      int r = bAt + step * b.stride();
      for (int lane = 0; lane < lanes; lane += WIDTH) {
        sum =
            FloatVector.fromArray(SPECIES, left, l + lane)
                .fma(FloatVector.fromArray(SPECIES, right, r + lane), sum);
      }
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  static void sums(Panel x, int steps, float[] sums) {
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] += sum(x, x.at() + unit * x.lanes(), steps);
    }
  }

  private static float sum(Panel x, int xAt, int steps) {
    float[] values = x.values();
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int step = 0; step < steps; step++) {
      int at = xAt + step * x.stride();
      for (int lane = 0; lane < x.lanes(); lane += WIDTH) {
        sum = sum.add(FloatVector.fromArray(SPECIES, values, at + lane));
      }
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
