package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;

/** Products with sparse matrices: four vectors of lanes at a time, then the rest one by one. */
final class SparseProducts {
  private static final int GROUP = 4 * WIDTH;

  private SparseProducts() {}

  static void multiply(Edges edges, float[] weights, Panel x, Panel y, int steps) {
    int lanes = x.lanes();
    for (int step = 0; step < steps; step++) {
      int xAt = x.at() + step * x.stride();
      int yAt = y.at() + step * y.stride();
      int lane = 0;
      for (; lane + GROUP <= lanes; lane += GROUP) {
        fourLanes(edges, weights, x.values(), xAt + lane, y.values(), yAt + lane, lanes);
      }
      for (; lane < lanes; lane += WIDTH) {
        oneLane(edges, weights, x.values(), xAt + lane, y.values(), yAt + lane, lanes);
      }
    }
  }

  private static void fourLanes(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes) {
    int[] starts = edges.starts();
    int[] columns = edges.columns();
    int[] entries = edges.entries();
    for (int row = 0; row + 1 < starts.length; row++) {
      int at = yAt + row * lanes;
      FloatVector y0 = FloatVector.fromArray(SPECIES, y, at);
      FloatVector y1 = FloatVector.fromArray(SPECIES, y, at + WIDTH);
      FloatVector y2 = FloatVector.fromArray(SPECIES, y, at + 2 * WIDTH);
      FloatVector y3 = FloatVector.fromArray(SPECIES, y, at + 3 * WIDTH);
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weights[entries[place]]);
        int from = xAt + columns[place] * lanes;
        y0 = w.fma(FloatVector.fromArray(SPECIES, x, from), y0);
        y1 = w.fma(FloatVector.fromArray(SPECIES, x, from + WIDTH), y1);
        y2 = w.fma(FloatVector.fromArray(SPECIES, x, from + 2 * WIDTH), y2);
        y3 = w.fma(FloatVector.fromArray(SPECIES, x, from + 3 * WIDTH), y3);
      }
      y0.intoArray(y, at);
      y1.intoArray(y, at + WIDTH);
      y2.intoArray(y, at + 2 * WIDTH);
      y3.intoArray(y, at + 3 * WIDTH);
    }
  }

  private static void oneLane(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes) {
    int[] starts = edges.starts();
    int[] columns = edges.columns();
    int[] entries = edges.entries();
    for (int row = 0; row + 1 < starts.length; row++) {
      int at = yAt + row * lanes;
      FloatVector sum = FloatVector.fromArray(SPECIES, y, at);
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weights[entries[place]]);
        sum = w.fma(FloatVector.fromArray(SPECIES, x, xAt + columns[place] * lanes), sum);
      }
      sum.intoArray(y, at);
    }
  }

  static void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    int lanes = x.lanes();
    if (steps > 1 || lanes % GROUP != 0) {
      gradientsOverSteps(edges, delta, x, steps, gradients);
      return;
    }
    int[] starts = edges.starts();
    for (int row = 0; row + 1 < starts.length; row++) {
      for (int lane = 0; lane < lanes; lane += GROUP) {
        fourLanes(edges, row, delta, delta.at() + row * lanes + lane, x, x.at() + lane, gradients);
      }
    }
  }

  /** The gradients of one row's edges from one step: the row's delta stays in registers. */
  private static void fourLanes(
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

  private static void gradientsOverSteps(
      Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    int[] starts = edges.starts();
    int lanes = x.lanes();
    for (int row = 0; row + 1 < starts.length; row++) {
      int deltaAt = delta.at() + row * lanes;
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        int xAt = x.at() + edges.columns()[place] * lanes;
        gradients[edges.entries()[place]] += Reductions.dot(delta, deltaAt, x, xAt, steps);
      }
    }
  }
}
