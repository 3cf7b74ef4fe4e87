package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;

import io.espalier.networks.kernels.Panel;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Gradients of the weights of dense matrices: the sums of five rows times five columns stay in
 * registers (of which AVX-512 has enough) while all steps go by. The last rows and columns are done
 * in blocks that overlap the ones before; what those have counted is left out.
 */
final class DenseGradients {
  private static final int BLOCK = 5;

  private DenseGradients() {}

  static void add(int rows, int columns, Panel delta, Panel x, int steps, float[] gradients) {
    float[] sums = new float[BLOCK * BLOCK * WIDTH];
    int lanes = x.lanes();
    for (int nextRow = 0; nextRow < rows; nextRow += BLOCK) {
      int row = Math.min(nextRow, rows - BLOCK);
      for (int nextColumn = 0; nextColumn < columns; nextColumn += BLOCK) {
        int column = Math.min(nextColumn, columns - BLOCK);
        Arrays.fill(sums, 0);
        for (int lane = 0; lane < lanes; lane += WIDTH) {
          int deltaAt = delta.at() + row * lanes + lane;
          int xAt = x.at() + column * lanes + lane;
          block(delta, deltaAt, x, xAt, steps, sums);
        }
        for (int r = nextRow - row; r < BLOCK; r++) {
          for (int c = nextColumn - column; c < BLOCK; c++) {
            gradients[(row + r) * columns + column + c] += total(sums, (r * BLOCK + c) * WIDTH);
          }
        }
      }
    }
  }

  private static float total(float[] sums, int at) {
    float even = 0;
    float odd = 0;
    for (int i = 0; i < WIDTH; i += 2) {
      even += sums[at + i];
      odd += sums[at + i + 1];
    }
    return even + odd;
  }

  private static void block(Panel delta, int deltaAt, Panel x, int xAt, int steps, float[] sums) {
    float[] left = delta.values();
    float[] right = x.values();
    int lanes = x.lanes();
    FloatVector s00 = FloatVector.fromArray(SPECIES, sums, 0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, sums, WIDTH);
    FloatVector s02 = FloatVector.fromArray(SPECIES, sums, 2 * WIDTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, sums, 3 * WIDTH);
    FloatVector s04 = FloatVector.fromArray(SPECIES, sums, 4 * WIDTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, sums, 5 * WIDTH);
    FloatVector s11 = FloatVector.fromArray(SPECIES, sums, 6 * WIDTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, sums, 7 * WIDTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, sums, 8 * WIDTH);
    FloatVector s14 = FloatVector.fromArray(SPECIES, sums, 9 * WIDTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, sums, 10 * WIDTH);
    FloatVector s21 = FloatVector.fromArray(SPECIES, sums, 11 * WIDTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, sums, 12 * WIDTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, sums, 13 * WIDTH);
    FloatVector s24 = FloatVector.fromArray(SPECIES, sums, 14 * WIDTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, sums, 15 * WIDTH);
    FloatVector s31 = FloatVector.fromArray(SPECIES, sums, 16 * WIDTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, sums, 17 * WIDTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, sums, 18 * WIDTH);
    FloatVector s34 = FloatVector.fromArray(SPECIES, sums, 19 * WIDTH);
    FloatVector s40 = FloatVector.fromArray(SPECIES, sums, 20 * WIDTH);
    FloatVector s41 = FloatVector.fromArray(SPECIES, sums, 21 * WIDTH);
    FloatVector s42 = FloatVector.fromArray(SPECIES, sums, 22 * WIDTH);
    FloatVector s43 = FloatVector.fromArray(SPECIES, sums, 23 * WIDTH);
    FloatVector s44 = FloatVector.fromArray(SPECIES, sums, 24 * WIDTH);
    for (int step = 0; step < steps; step++) {
      int l = deltaAt + step * delta.stride();
      int r = xAt + step * x.stride();
      FloatVector x0 = FloatVector.fromArray(SPECIES, right, r);
      FloatVector x1 = FloatVector.fromArray(SPECIES, right, r + lanes);
      FloatVector x2 = FloatVector.fromArray(SPECIES, right, r + 2 * lanes);
      FloatVector x3 = FloatVector.fromArray(SPECIES, right, r + 3 * lanes);
      FloatVector x4 = FloatVector.fromArray(SPECIES, right, r + 4 * lanes);
      FloatVector d0 = FloatVector.fromArray(SPECIES, left, l);
      s00 = d0.fma(x0, s00);
      s01 = d0.fma(x1, s01);
      s02 = d0.fma(x2, s02);
      s03 = d0.fma(x3, s03);
      s04 = d0.fma(x4, s04);
      FloatVector d1 = FloatVector.fromArray(SPECIES, left, l + lanes);
      s10 = d1.fma(x0, s10);
      s11 = d1.fma(x1, s11);
      s12 = d1.fma(x2, s12);
      s13 = d1.fma(x3, s13);
      s14 = d1.fma(x4, s14);
      FloatVector d2 = FloatVector.fromArray(SPECIES, left, l + 2 * lanes);
      s20 = d2.fma(x0, s20);
      s21 = d2.fma(x1, s21);
      s22 = d2.fma(x2, s22);
      s23 = d2.fma(x3, s23);
      s24 = d2.fma(x4, s24);
      FloatVector d3 = FloatVector.fromArray(SPECIES, left, l + 3 * lanes);
      s30 = d3.fma(x0, s30);
      s31 = d3.fma(x1, s31);
      s32 = d3.fma(x2, s32);
      s33 = d3.fma(x3, s33);
      s34 = d3.fma(x4, s34);
      FloatVector d4 = FloatVector.fromArray(SPECIES, left, l + 4 * lanes);
      s40 = d4.fma(x0, s40);
      s41 = d4.fma(x1, s41);
      s42 = d4.fma(x2, s42);
      s43 = d4.fma(x3, s43);
      s44 = d4.fma(x4, s44);
    }
    s00.intoArray(sums, 0);
    s01.intoArray(sums, WIDTH);
    s02.intoArray(sums, 2 * WIDTH);
    s03.intoArray(sums, 3 * WIDTH);
    s04.intoArray(sums, 4 * WIDTH);
    s10.intoArray(sums, 5 * WIDTH);
    s11.intoArray(sums, 6 * WIDTH);
    s12.intoArray(sums, 7 * WIDTH);
    s13.intoArray(sums, 8 * WIDTH);
    s14.intoArray(sums, 9 * WIDTH);
    s20.intoArray(sums, 10 * WIDTH);
    s21.intoArray(sums, 11 * WIDTH);
    s22.intoArray(sums, 12 * WIDTH);
    s23.intoArray(sums, 13 * WIDTH);
    s24.intoArray(sums, 14 * WIDTH);
    s30.intoArray(sums, 15 * WIDTH);
    s31.intoArray(sums, 16 * WIDTH);
    s32.intoArray(sums, 17 * WIDTH);
    s33.intoArray(sums, 18 * WIDTH);
    s34.intoArray(sums, 19 * WIDTH);
    s40.intoArray(sums, 20 * WIDTH);
    s41.intoArray(sums, 21 * WIDTH);
    s42.intoArray(sums, 22 * WIDTH);
    s43.intoArray(sums, 23 * WIDTH);
    s44.intoArray(sums, 24 * WIDTH);
  }
}
