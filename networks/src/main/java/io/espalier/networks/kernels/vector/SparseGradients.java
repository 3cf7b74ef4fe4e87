package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;

/** Gradients of the weights of sparse matrices, edge by edge. */
final class SparseGradients {
  private static final int GROUP = 4 * WIDTH;

  private SparseGradients() {}

  static void add(Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    int lanes = x.lanes();
    if (steps != 1 || lanes % GROUP != 0) {
      addOverSteps(edges, delta, x, steps, false, gradients);
      return;
    }
    int[] starts = edges.starts();
    for (int row = 0; row + 1 < starts.length; row++) {
      for (int lane = 0; lane < lanes; lane += GROUP) {
        addOneStep(edges, row, delta, delta.at() + row * lanes + lane, x, x.at() + lane, gradients);
      }
    }
  }

  /** The gradients of one row's edges from one step: the row's delta stays in registers. */
  private static void addOneStep(
      Edges edges, int row, Panel delta, int deltaAt, Panel x, int xAt, float[] gradients) {
    int[] columns = edges.columns();
    int[] entries = edges.entries();
    int lanes = x.lanes();
    int end = edges.starts()[row + 1];
    float[] d = delta.values();
    float[] values = x.values();
    FloatVector d0 = FloatVector.fromArray(SPECIES, d, deltaAt);
    FloatVector d1 = FloatVector.fromArray(SPECIES, d, deltaAt + WIDTH);
    FloatVector d2 = FloatVector.fromArray(SPECIES, d, deltaAt + 2 * WIDTH);
    FloatVector d3 = FloatVector.fromArray(SPECIES, d, deltaAt + 3 * WIDTH);
    for (int place = edges.starts()[row]; place < end; place++) {
      int from = xAt + columns[place] * lanes;
      FloatVector even = d0.mul(FloatVector.fromArray(SPECIES, values, from));
      FloatVector odd = d1.mul(FloatVector.fromArray(SPECIES, values, from + WIDTH));
      even = d2.fma(FloatVector.fromArray(SPECIES, values, from + 2 * WIDTH), even);
      odd = d3.fma(FloatVector.fromArray(SPECIES, values, from + 3 * WIDTH), odd);
      gradients[entries[place]] += Reductions.across(even.add(odd));
    }
  }

  /**
   * Lane by lane the sum over the steps.
   *
   * @param squared whether lanes are squared before they are summed
   */
  static void addOverSteps(
      Edges edges, Panel delta, Panel x, int steps, boolean squared, float[] gradients) {
    int[] starts = edges.starts();
    int lanes = x.lanes();
    for (int row = 0; row + 1 < starts.length; row++) {
      int deltaAt = delta.at() + row * lanes;
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        int xAt = x.at() + edges.columns()[place] * lanes;
        gradients[edges.entries()[place]] += Reductions.dot(delta, deltaAt, x, xAt, steps, squared);
      }
    }
  }
}
