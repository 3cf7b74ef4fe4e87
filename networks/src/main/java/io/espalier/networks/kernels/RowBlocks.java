package io.espalier.networks.kernels;

/**
 * A dense matrix in blocks of {@value #ROWS} rows, each stored column by column, so that a kernel
 * meets the weights in the order in which it needs them. The last block ends with the last row and
 * overlaps the one before it, if the number of rows asks for it.
 */
public final class RowBlocks {
  /** Rows of a block, and the fewest rows and columns of such a matrix. */
  public static final int ROWS = 5;

  private final int rows;
  private final int columns;
  private final float[] packed;
  private final int[] slots;

  /**
   * A matrix of zeros.
   *
   * @param edges the entries that {@link #load} sets
   */
  RowBlocks(Edges edges) {
    this.rows = edges.rows();
    this.columns = edges.width();
    this.packed = new float[(rows + ROWS - 1) / ROWS * ROWS * columns];
    this.slots = new int[edges.count()];
    for (int row = 0; row < rows; row++) {
      int block = row / ROWS;
      for (int place = edges.starts()[row]; place < edges.starts()[row + 1]; place++) {
        slots[edges.entries()[place]] =
            (block * columns + edges.columns()[place]) * ROWS + row - firstRow(block);
      }
    }
  }

  /** Whether a matrix is large enough to be kept this way. */
  static boolean holds(Edges edges) {
    return edges.rows() >= ROWS && edges.width() >= ROWS;
  }

  /** Takes over the weight of each entry. */
  void load(float[] weights) {
    for (int entry = 0; entry < slots.length; entry++) {
      packed[slots[entry]] = weights[entry];
    }
  }

  /** Number of blocks. */
  public int blocks() {
    return (rows + ROWS - 1) / ROWS;
  }

  /** First row of a block. */
  public int firstRow(int block) {
    return Math.min(block * ROWS, rows - ROWS);
  }

  /** How many rows of a block belong to the one before it and are to be left alone. */
  public int overlap(int block) {
    return block * ROWS - firstRow(block);
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Weights of row {@code firstRow(b) + i}, column c at {@code (b * columns + c) * ROWS + i}. */
  public float[] packed() {
    return packed;
  }
}
