package io.espalier.networks.kernels;

import java.util.BitSet;

/**
 * Where a sparse matrix has entries, row by row (compressed sparse rows): row {@code r} has the
 * places {@code starts[r]} to {@code starts[r + 1] - 1}; a place has the column {@code
 * columns[place]} and its weight at {@code entries[place]} of whatever array of weights it is used
 * with. Entries are numbered in row-major order. Immutable; takes 8 bytes per entry.
 */
public final class Edges {
  private final int[] starts;
  private final int[] columns;
  private final int[] entries;
  private final int width;

  private Edges(int[] starts, int[] columns, int[] entries, int width) {
    this.starts = starts;
    this.columns = columns;
    this.entries = entries;
    this.width = width;
  }

  /**
   * Edges at some positions of a matrix.
   *
   * @param kept positions {@code row * columns + column} that have an entry
   */
  public static Edges of(int rows, int columns, BitSet kept) {
    int[] starts = new int[rows + 1];
    int[] columnOf = new int[kept.cardinality()];
    int[] entries = new int[columnOf.length];
    int place = 0;
    for (int at = kept.nextSetBit(0); at >= 0; at = kept.nextSetBit(at + 1)) {
      starts[at / columns + 1]++;
      columnOf[place] = at % columns;
      entries[place] = place++;
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    return new Edges(starts, columnOf, entries, columns);
  }

  /** The same entries column by column: rows and columns change places, entries keep numbers. */
  public Edges transposed() {
    int[] begins = new int[width + 1];
    for (int column : columns) {
      begins[column + 1]++;
    }
    for (int column = 0; column < width; column++) {
      begins[column + 1] += begins[column];
    }
    int[] next = begins.clone();
    int[] rows = new int[columns.length];
    int[] numbers = new int[columns.length];
    for (int row = 0; row < rows(); row++) {
      for (int place = starts[row]; place < starts[row + 1]; place++) {
        int target = next[columns[place]]++;
        rows[target] = row;
        numbers[target] = entries[place];
      }
    }
    return new Edges(begins, rows, numbers, rows());
  }

  /** Number of rows. */
  public int rows() {
    return starts.length - 1;
  }

  /** Number of columns. */
  public int width() {
    return width;
  }

  /** Number of entries. */
  public int count() {
    return columns.length;
  }

  /** First place of each row, and the end; not a copy. */
  public int[] starts() {
    return starts;
  }

  /** Column of each place; not a copy. */
  public int[] columns() {
    return columns;
  }

  /** Entry of each place; not a copy. */
  public int[] entries() {
    return entries;
  }
}
