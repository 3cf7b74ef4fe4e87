package io.espalier.networks.kernels;

import io.espalier.plan.Require;

/**
 * A row-major matrix of floats whose rows and columns are padded to whole tiles, so that kernels
 * need no remainders. Padding is zero at first and stays finite. A class, not a record: it holds an
 * array. Belongs to one thread.
 */
public final class Matrix {
  /** Columns are padded to a multiple of this, the widest vector that kernels use, in floats. */
  public static final int COLUMN_TILE = 16;

  /** Rows are padded to a multiple of this. */
  public static final int ROW_TILE = 8;

  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] values;

  /** A matrix of zeros. */
  public Matrix(int rows, int columns) {
    Require.atLeast("matrix.rows", rows, 0);
    Require.atLeast("matrix.columns", columns, 0);
    this.rows = rows;
    this.columns = columns;
    this.stride = padded(columns, COLUMN_TILE);
    this.values = new float[Math.multiplyExact(padded(rows, ROW_TILE), stride)];
  }

  /** The least multiple of a tile that is not below a count. */
  public static int padded(int count, int tile) {
    return (count + tile - 1) / tile * tile;
  }

  /** Rows without padding. */
  public int rows() {
    return rows;
  }

  /** Columns without padding. */
  public int columns() {
    return columns;
  }

  /** Distance of the first elements of two neighbouring rows: the padded columns. */
  public int stride() {
    return stride;
  }

  /** All elements with their padding, not a copy. */
  public float[] values() {
    return values;
  }

  /** Copies all to another matrix, rows and columns changed over: {@code to[c][r] = this[r][c]}. */
  public void transposeInto(Matrix to) {
    for (int row = 0; row < rows; row += ROW_TILE) {
      int end = Math.min(rows, row + ROW_TILE);
      for (int column = 0; column < columns; column++) {
        for (int r = row; r < end; r++) {
          to.values[column * to.stride + r] = values[r * stride + column];
        }
      }
    }
  }

  /** One element. */
  public float get(int row, int column) {
    return values[row * stride + column];
  }

  /** Sets one element. */
  public void set(int row, int column, float value) {
    values[row * stride + column] = value;
  }
}
