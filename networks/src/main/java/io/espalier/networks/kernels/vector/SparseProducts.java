package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Edges;
import jdk.incubator.vector.FloatVector;

/** Products with sparse matrices: four vectors of lanes at a time, then two, then one. */
final class SparseProducts {
  private static final int PAIR = 2 * WIDTH;
  private static final int GROUP = 4 * WIDTH;

  private SparseProducts() {}

  static void product(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes) {
    int lane = 0;
    for (; lane + GROUP <= lanes; lane += GROUP) {
      fourLanes(edges, weights, x, xAt + lane, y, yAt + lane, lanes);
    }
    for (; lane + PAIR <= lanes; lane += PAIR) {
      twoLanes(edges, weights, x, xAt + lane, y, yAt + lane, lanes);
    }
    for (; lane < lanes; lane += WIDTH) {
      oneLane(edges, weights, x, xAt + lane, y, yAt + lane, lanes);
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

  private static void twoLanes(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes) {
    int[] starts = edges.starts();
    int[] columns = edges.columns();
    int[] entries = edges.entries();
    for (int row = 0; row + 1 < starts.length; row++) {
      int at = yAt + row * lanes;
      FloatVector y0 = FloatVector.fromArray(SPECIES, y, at);
      FloatVector y1 = FloatVector.fromArray(SPECIES, y, at + WIDTH);
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weights[entries[place]]);
        int from = xAt + columns[place] * lanes;
        y0 = w.fma(FloatVector.fromArray(SPECIES, x, from), y0);
        y1 = w.fma(FloatVector.fromArray(SPECIES, x, from + WIDTH), y1);
      }
      y0.intoArray(y, at);
      y1.intoArray(y, at + WIDTH);
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
}
