package io.espalier.networks.kernels;

import java.util.Arrays;

/**
 * A matrix under training: its products forward and backward and its gradient, computed densely
 * where most weights are there and by edges otherwise. Belongs to one thread.
 *
 * <p>Around each change of the weights: {@link #load} before the products, then any number of
 * products and {@link #accumulate}, then {@link #collect}.
 */
public final class WeightMatrix {
  /**
   * Share of weights from which on the dense kernels are faster: they do three to five times as
   * many multiplications in the same time.
   */
  static final double DENSE = 0.3;

  private final Kernels kernels;
  private final Edges edges;
  private final Operand forward;
  private final Operand backward;
  private final float[] gradients;
  private final float[] dense;
  private Accumulation accumulation = Accumulation.SUM;

  /**
   * @param weights one per entry of the edges, not copied
   * @param gradients as many, not copied
   */
  public WeightMatrix(Kernels kernels, Edges edges, float[] weights, float[] gradients) {
    this.kernels = kernels;
    this.edges = edges;
    this.gradients = gradients;
    boolean full = RowBlocks.holds(edges) && edges.count() >= DENSE * edges.rows() * edges.width();
    Edges transposed = edges.transposed();
    forward = full ? Operand.dense(edges, weights) : Operand.sparse(edges, weights);
    backward = full ? Operand.dense(transposed, weights) : Operand.sparse(transposed, weights);
    dense = new float[full ? edges.rows() * edges.width() : 0];
  }

  /** Takes over the present weights and begins a new gradient, or squares of gradients. */
  public void load(Accumulation kind) {
    accumulation = kind;
    forward.load();
    backward.load();
    Arrays.fill(dense, 0);
    Arrays.fill(gradients, 0);
  }

  /** Number of inputs. */
  public int columns() {
    return edges.width();
  }

  /** The matrix, rows are outputs. */
  public Operand forward() {
    return forward;
  }

  /** The transposed matrix. */
  public Operand backward() {
    return backward;
  }

  /** Adds the gradient of some steps: {@code delta[step][row] * x[step][column]}. */
  public void accumulate(Panel delta, Panel x, int steps) {
    if (accumulation == Accumulation.SQUARES) {
      kernels.squares(edges, delta, x, steps, gradients);
    } else if (forward.isDense()) {
      kernels.gradients(edges.rows(), edges.width(), delta, x, steps, dense);
    } else {
      kernels.gradients(edges, delta, x, steps, gradients);
    }
  }

  /** Writes what was accumulated since {@link #load} to the gradients. */
  public void collect() {
    if (!forward.isDense() || accumulation == Accumulation.SQUARES) {
      return;
    }
    for (int row = 0; row < edges.rows(); row++) {
      for (int place = edges.starts()[row]; place < edges.starts()[row + 1]; place++) {
        gradients[edges.entries()[place]] = dense[row * edges.width() + edges.columns()[place]];
      }
    }
  }
}
