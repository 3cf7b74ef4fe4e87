package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.RowBlocks;
import jdk.incubator.vector.FloatVector;

/**
 * Products with dense matrices: five rows times two vectors of lanes stay in registers while all
 * columns go by. With two loads and five broadcasts that makes ten multiplications per column, and
 * thirteen registers, of which every processor with 256-bit vectors has sixteen.
 */
final class DenseProducts {
  private static final int PAIR = 2 * WIDTH;

  private DenseProducts() {}

  static void product(RowBlocks matrix, float[] x, int xAt, float[] y, int yAt, int lanes) {
    float[] packed = matrix.packed();
    int columns = matrix.columns();
    for (int block = 0; block < matrix.blocks(); block++) {
      int weightsAt = block * columns * RowBlocks.ROWS;
      int blockAt = yAt + matrix.firstRow(block) * lanes;
      int overlap = matrix.overlap(block);
      for (int lane = 0; lane < lanes; lane += PAIR) {
        block(packed, weightsAt, columns, x, xAt + lane, y, blockAt + lane, lanes, overlap);
      }
    }
  }

  private static void block(
      float[] weights,
      int weightsAt,
      int columns,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      int lanes,
      int overlap) {
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector b0 = FloatVector.zero(SPECIES);
    FloatVector a1 = FloatVector.zero(SPECIES);
    FloatVector b1 = FloatVector.zero(SPECIES);
    FloatVector a2 = FloatVector.zero(SPECIES);
    FloatVector b2 = FloatVector.zero(SPECIES);
    FloatVector a3 = FloatVector.zero(SPECIES);
    FloatVector b3 = FloatVector.zero(SPECIES);
    FloatVector a4 = FloatVector.zero(SPECIES);
    FloatVector b4 = FloatVector.zero(SPECIES);
    for (int column = 0; column < columns; column++) {
      int from = xAt + column * lanes;
      int at = weightsAt + column * RowBlocks.ROWS;
      FloatVector left = FloatVector.fromArray(SPECIES, x, from);
      FloatVector right = FloatVector.fromArray(SPECIES, x, from + WIDTH);
      FloatVector w0 = FloatVector.broadcast(SPECIES, weights[at]);
      a0 = w0.fma(left, a0);
      b0 = w0.fma(right, b0);
      FloatVector w1 = FloatVector.broadcast(SPECIES, weights[at + 1]);
      a1 = w1.fma(left, a1);
      b1 = w1.fma(right, b1);
      FloatVector w2 = FloatVector.broadcast(SPECIES, weights[at + 2]);
      a2 = w2.fma(left, a2);
      b2 = w2.fma(right, b2);
      FloatVector w3 = FloatVector.broadcast(SPECIES, weights[at + 3]);
      a3 = w3.fma(left, a3);
      b3 = w3.fma(right, b3);
      FloatVector w4 = FloatVector.broadcast(SPECIES, weights[at + 4]);
      a4 = w4.fma(left, a4);
      b4 = w4.fma(right, b4);
    }
    if (overlap <= 0) {
      add(a0, b0, y, yAt);
    }
    if (overlap <= 1) {
      add(a1, b1, y, yAt + lanes);
    }
    if (overlap <= 2) {
      add(a2, b2, y, yAt + 2 * lanes);
    }
    if (overlap <= 3) {
      add(a3, b3, y, yAt + 3 * lanes);
    }
    add(a4, b4, y, yAt + 4 * lanes);
  }

  private static void add(FloatVector left, FloatVector right, float[] y, int at) {
    left.add(FloatVector.fromArray(SPECIES, y, at)).intoArray(y, at);
    right.add(FloatVector.fromArray(SPECIES, y, at + WIDTH)).intoArray(y, at + WIDTH);
  }
}
