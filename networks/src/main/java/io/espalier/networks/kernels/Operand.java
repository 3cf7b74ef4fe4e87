package io.espalier.networks.kernels;

/**
 * A matrix as kernels multiply by it: dense in {@link RowBlocks}, or sparse by {@link Edges} and
 * weights in the order of the entries.
 */
public final class Operand {
  private final Edges edges;
  private final float[] weights;
  private final RowBlocks blocks;

  private Operand(Edges edges, float[] weights, RowBlocks blocks) {
    this.edges = edges;
    this.weights = weights;
    this.blocks = blocks;
  }

  /** A sparse matrix that reads the weights as they are at each product. */
  public static Operand sparse(Edges edges, float[] weights) {
    return new Operand(edges, weights, null);
  }

  /**
   * A dense matrix, zero where there is no edge. Knows the weights as of the last {@link #load}.
   *
   * @throws IllegalArgumentException if the matrix has fewer rows or columns than a block
   */
  public static Operand dense(Edges edges, float[] weights) {
    if (!RowBlocks.holds(edges)) {
      throw new IllegalArgumentException(
          "matrix is "
              + edges.rows()
              + " x "
              + edges.width()
              + ", allowed: at least "
              + RowBlocks.ROWS
              + " x "
              + RowBlocks.ROWS);
    }
    return new Operand(edges, weights, new RowBlocks(edges));
  }

  /** Takes over the present weights. */
  public void load() {
    if (blocks != null) {
      blocks.load(weights);
    }
  }

  /** Whether the matrix is dense. */
  public boolean isDense() {
    return blocks != null;
  }

  /** The dense matrix; null if it is sparse. */
  public RowBlocks blocks() {
    return blocks;
  }

  /** Where the entries are. */
  public Edges edges() {
    return edges;
  }

  /** The weight of each entry, not a copy. */
  public float[] weights() {
    return weights;
  }
}
