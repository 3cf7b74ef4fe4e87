package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** Sums over all steps and lanes. */
final class Reductions {
  private static final VectorShuffle<Float> BY_8 = by(8);
  private static final VectorShuffle<Float> BY_4 = by(4);
  private static final VectorShuffle<Float> BY_2 = by(2);
  private static final VectorShuffle<Float> BY_1 = by(1);

  private Reductions() {}

  /**
   * The sum of a vector's lanes, in an order that is fixed: {@code reduceLanes} leaves it open, so
   * that compiled and interpreted code may differ in the last bit.
   */
  static float across(FloatVector lanes) {
    FloatVector sum = lanes;
    if (WIDTH >= 16) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (WIDTH >= 8) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (WIDTH >= 4) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }

  private static VectorShuffle<Float> by(int lanes) {
    return VectorShuffle.iota(SPECIES, lanes, 1, true);
  }

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
    return across(sum);
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
    return across(sum);
  }
}
