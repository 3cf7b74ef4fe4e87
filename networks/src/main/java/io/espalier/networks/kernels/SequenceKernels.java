package io.espalier.networks.kernels;

import io.espalier.plan.CellType;
import java.util.Arrays;

/** The way over the steps of a sequence; what happens within a step is the implementation's. */
public abstract class SequenceKernels implements Kernels {

  /** {@code y += matrix * x} for one step; x and y begin at the positions given. */
  protected abstract void product(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes);

  /** As above with a dense matrix. */
  protected abstract void product(
      RowBlocks matrix, float[] x, int xAt, float[] y, int yAt, int lanes);

  /** From the gates' sums to outputs and states of one step. */
  protected abstract void cellForward(CellType cell, CellTrace trace, int step);

  /**
   * From the derivatives by a step's outputs (what is in {@code gradient} and, from the step after
   * it, in {@code carry}) to those by its gates' sums, and to the part of the next carry that does
   * not come through the weights.
   */
  protected abstract void cellBackward(
      CellType cell, CellTrace trace, int step, float[] gradient, int gradientAt, Panel carry);

  @Override
  public final void multiply(Edges edges, float[] weights, Panel x, Panel y, int steps) {
    for (int step = 0; step < steps; step++) {
      product(edges, weights, x.values(), x.at(step), y.values(), y.at(step), x.lanes());
    }
  }

  @Override
  public final void multiply(Operand matrix, Panel x, Panel y, int steps) {
    for (int step = 0; step < steps; step++) {
      product(matrix, x.values(), x.at(step), y.values(), y.at(step), x.lanes());
    }
  }

  @Override
  public final void forward(CellType cell, CellTrace trace, Operand recurrent, int steps) {
    float[] hidden = trace.hidden().values();
    float[] gates = trace.gates().values();
    int first = firstRecurrentRow(cell) * trace.size();
    for (int step = 0; step < steps; step++) {
      if (step > 0) {
        int gatesAt = trace.gatesAt(step) + first;
        product(recurrent, hidden, trace.hiddenAt(step - 1), gates, gatesAt, trace.gates().lanes());
      }
      cellForward(cell, trace, step);
    }
  }

  @Override
  public final void backward(
      CellType cell, CellTrace trace, Operand transposed, Panel gradient, Panel carry, int steps) {
    float[] gates = trace.gates().values();
    int first = firstRecurrentRow(cell) * trace.size();
    Arrays.fill(carry.values(), carry.at(), carry.at() + 2 * trace.size(), 0);
    for (int step = steps - 1; step >= 0; step--) {
      cellBackward(cell, trace, step, gradient.values(), gradient.at(step), carry);
      if (step > 0) {
        int gatesAt = trace.gatesAt(step) + first;
        product(transposed, gates, gatesAt, carry.values(), carry.at(), carry.lanes());
      }
    }
  }

  private void product(Operand matrix, float[] x, int xAt, float[] y, int yAt, int lanes) {
    if (matrix.isDense()) {
      product(matrix.blocks(), x, xAt, y, yAt, lanes);
    } else {
      product(matrix.edges(), matrix.weights(), x, xAt, y, yAt, lanes);
    }
  }

  /** First of a trace's gate rows that the hidden state goes into, in multiples of the units. */
  public static int firstRecurrentRow(CellType cell) {
    return cell == CellType.GRU ? 1 : 0;
  }
}
