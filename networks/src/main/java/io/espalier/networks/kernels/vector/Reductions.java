package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** Sums over all steps and lanes. */
final class Reductions {
  private static final int PAIR = 2 * WIDTH;

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

  /**
   * Sum of the products of two units, each given by its position in the first step.
   *
   * @param squared whether each lane's sum over the steps is squared first
   */
  static float dot(Panel a, int aAt, Panel b, int bAt, int steps, boolean squared) {
    int lanes = a.lanes();
    float sum = 0;
    int lane = 0;
    for (; lane + PAIR <= lanes; lane += PAIR) {
      sum += dotOfTwo(a, aAt + lane, b, bAt + lane, steps, squared);
    }
    if (lane < lanes) {
      sum += dotOfOne(a, aAt + lane, b, bAt + lane, steps, squared);
    }
    return sum;
  }

  private static float dotOfTwo(Panel a, int aAt, Panel b, int bAt, int steps, boolean squared) {
    float[] left = a.values();
    float[] right = b.values();
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    for (int step = 0; step < steps; step++) {
      int l = aAt + step * a.stride();
      int r = bAt + step * b.stride();
      FloatVector left0 = FloatVector.fromArray(SPECIES, left, l);
      FloatVector left1 = FloatVector.fromArray(SPECIES, left, l + WIDTH);
      s0 = left0.fma(FloatVector.fromArray(SPECIES, right, r), s0);
      s1 = left1.fma(FloatVector.fromArray(SPECIES, right, r + WIDTH), s1);
    }
    return across(squared ? s0.mul(s0).add(s1.mul(s1)) : s0.add(s1));
  }

  private static float dotOfOne(Panel a, int aAt, Panel b, int bAt, int steps, boolean squared) {
    float[] left = a.values();
    float[] right = b.values();
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int step = 0; step < steps; step++) {
      FloatVector l = FloatVector.fromArray(SPECIES, left, aAt + step * a.stride());
      sum = l.fma(FloatVector.fromArray(SPECIES, right, bAt + step * b.stride()), sum);
    }
    return across(squared ? sum.mul(sum) : sum);
  }

  static void sums(Panel x, int steps, float[] sums) {
    for (int unit = 0; unit < sums.length; unit++) {
      int at = x.at() + unit * x.lanes();
      for (int lane = 0; lane < x.lanes(); lane += WIDTH) {
        sums[unit] += sum(x.values(), at + lane, x.stride(), steps);
      }
    }
  }

  private static float sum(float[] x, int at, int stride, int steps) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int step = 0; step < steps; step++) {
      sum = sum.add(FloatVector.fromArray(SPECIES, x, at + step * stride));
    }
    return across(sum);
  }
}
