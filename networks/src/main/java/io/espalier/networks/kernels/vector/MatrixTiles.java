package io.espalier.networks.kernels.vector;

import io.espalier.networks.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost products: a tile of 8 rows and one or two vectors of columns stays in registers
 * while the inner index runs. Per step of it, two loads and eight broadcasts feed sixteen fused
 * multiply-adds. Written out by hand, because sums in an array would leave the registers.
 *
 * <p>{@code c[r][j] = sum over k of a[a0 + r * rowStep + k * innerStep] * b[b0 + k * step + j]},
 * the sum in the order of k, for 8 rows r and as many columns j as the tile is wide.
 */
final class MatrixTiles {
  /** Vectors as wide as the processor's, at most the tile that matrices are padded to. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= Matrix.COLUMN_TILE
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;

  static final int LANES = SPECIES.length();

  private MatrixTiles() {}

  /** Two vectors wide: needs 32 vector registers. */
  static void pair(
      float[] a,
      int a0,
      int rowStep,
      int innerStep,
      int inner,
      float[] b,
      int b0,
      int step,
      float[] c,
      int c0,
      int down) {
    int a1 = a0 + rowStep;
    int a2 = a1 + rowStep;
    int a3 = a2 + rowStep;
    int a4 = a3 + rowStep;
    int a5 = a4 + rowStep;
    int a6 = a5 + rowStep;
    int a7 = a6 + rowStep;
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    FloatVector t0 = s0;
    FloatVector t1 = s0;
    FloatVector t2 = s0;
    FloatVector t3 = s0;
    FloatVector t4 = s0;
    FloatVector t5 = s0;
    FloatVector t6 = s0;
    FloatVector t7 = s0;
    int left = 0;
    int right = b0;
    for (int k = 0; k < inner; k++) {
      FloatVector first = FloatVector.fromArray(SPECIES, b, right);
      FloatVector second = FloatVector.fromArray(SPECIES, b, right + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + left]);
      s0 = x0.fma(first, s0);
      t0 = x0.fma(second, t0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + left]);
      s1 = x1.fma(first, s1);
      t1 = x1.fma(second, t1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + left]);
      s2 = x2.fma(first, s2);
      t2 = x2.fma(second, t2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + left]);
      s3 = x3.fma(first, s3);
      t3 = x3.fma(second, t3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + left]);
      s4 = x4.fma(first, s4);
      t4 = x4.fma(second, t4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + left]);
      s5 = x5.fma(first, s5);
      t5 = x5.fma(second, t5);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[a6 + left]);
      s6 = x6.fma(first, s6);
      t6 = x6.fma(second, t6);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[a7 + left]);
      s7 = x7.fma(first, s7);
      t7 = x7.fma(second, t7);
      left += innerStep;
      right += step;
    }
    s0.intoArray(c, c0);
    t0.intoArray(c, c0 + LANES);
    s1.intoArray(c, c0 + down);
    t1.intoArray(c, c0 + down + LANES);
    s2.intoArray(c, c0 + 2 * down);
    t2.intoArray(c, c0 + 2 * down + LANES);
    s3.intoArray(c, c0 + 3 * down);
    t3.intoArray(c, c0 + 3 * down + LANES);
    s4.intoArray(c, c0 + 4 * down);
    t4.intoArray(c, c0 + 4 * down + LANES);
    s5.intoArray(c, c0 + 5 * down);
    t5.intoArray(c, c0 + 5 * down + LANES);
    s6.intoArray(c, c0 + 6 * down);
    t6.intoArray(c, c0 + 6 * down + LANES);
    s7.intoArray(c, c0 + 7 * down);
    t7.intoArray(c, c0 + 7 * down + LANES);
  }

  /** One vector wide. */
  static void single(
      float[] a,
      int a0,
      int rowStep,
      int innerStep,
      int inner,
      float[] b,
      int b0,
      int step,
      float[] c,
      int c0,
      int down) {
    int a1 = a0 + rowStep;
    int a2 = a1 + rowStep;
    int a3 = a2 + rowStep;
    int a4 = a3 + rowStep;
    int a5 = a4 + rowStep;
    int a6 = a5 + rowStep;
    int a7 = a6 + rowStep;
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    int left = 0;
    int right = b0;
    for (int k = 0; k < inner; k++) {
      FloatVector first = FloatVector.fromArray(SPECIES, b, right);
      s0 = FloatVector.broadcast(SPECIES, a[a0 + left]).fma(first, s0);
      s1 = FloatVector.broadcast(SPECIES, a[a1 + left]).fma(first, s1);
      s2 = FloatVector.broadcast(SPECIES, a[a2 + left]).fma(first, s2);
      s3 = FloatVector.broadcast(SPECIES, a[a3 + left]).fma(first, s3);
      s4 = FloatVector.broadcast(SPECIES, a[a4 + left]).fma(first, s4);
      s5 = FloatVector.broadcast(SPECIES, a[a5 + left]).fma(first, s5);
      s6 = FloatVector.broadcast(SPECIES, a[a6 + left]).fma(first, s6);
      s7 = FloatVector.broadcast(SPECIES, a[a7 + left]).fma(first, s7);
      left += innerStep;
      right += step;
    }
    s0.intoArray(c, c0);
    s1.intoArray(c, c0 + down);
    s2.intoArray(c, c0 + 2 * down);
    s3.intoArray(c, c0 + 3 * down);
    s4.intoArray(c, c0 + 4 * down);
    s5.intoArray(c, c0 + 5 * down);
    s6.intoArray(c, c0 + 6 * down);
    s7.intoArray(c, c0 + 7 * down);
  }
}
