package io.espalier.networks.kernels;

import io.espalier.plan.CellType;
import io.espalier.plan.Require;

/**
 * Inner loops over {@link Panel}s. Stateless and safe for use by many threads. All panels of a call
 * have the same number of lanes; panels that are written overlap no other.
 *
 * <p>Implementations differ in the order of sums, so their results differ within float rounding;
 * each repeats its own to the bit.
 */
public interface Kernels {

  /**
   * Floats per vector: a panel's lanes are a multiple of it, and of twice as many where a dense
   * matrix is concerned.
   */
  int width();

  /** {@code y[step][unit] := bias[unit]} in all lanes, for as many units as there are biases. */
  void fill(float[] bias, Panel y, int steps);

  /**
   * {@code y[step][row] += sum over the row's edges of weight * x[step][column]}. To go backward
   * through a layer pass its {@link Edges#transposed}. Takes {@code count * steps * lanes}
   * multiplications.
   */
  void multiply(Edges edges, float[] weights, Panel x, Panel y, int steps);

  /** {@code y[step] += matrix * x[step]}, dense or by edges. */
  void multiply(Operand matrix, Panel x, Panel y, int steps);

  /**
   * {@code gradients[entry] += sum over steps and lanes of delta[step][row] * x[step][column]} for
   * every edge. Takes {@code count * steps * lanes} multiplications.
   */
  void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients);

  /**
   * {@code gradients[row * columns + column] += sum over steps and lanes of delta[step][row] *
   * x[step][column]}; needs at least {@link RowBlocks#ROWS} rows and columns.
   */
  void gradients(int rows, int columns, Panel delta, Panel x, int steps, float[] gradients);

  /**
   * {@code sums[entry] += sum over lanes of (sum over steps of delta[step][row] *
   * x[step][column])^2} for every edge: squared gradients, sample by sample.
   */
  void squares(Edges edges, Panel delta, Panel x, int steps, float[] sums);

  /** {@code sums[unit] += sum over steps and lanes of x[step][unit]}, for each of the sums. */
  void sums(Panel x, int steps, float[] sums);

  /**
   * Recurrent cells over a sequence. The trace's gates hold the weighted inputs and biases of all
   * steps; this adds the weighted hidden state and fills hidden (and state), starting from zeros.
   *
   * @param recurrent hidden-to-hidden weights, rows as the trace's gates (a GRU's from reset on)
   */
  void forward(CellType cell, CellTrace trace, Operand recurrent, int steps);

  /**
   * The way back through {@link #forward}: turns the trace's gates into derivatives of the loss by
   * the gates' sums.
   *
   * @param transposed the hidden-to-hidden weights, transposed
   * @param gradient derivative of the loss by the outputs, as far as it does not come through the
   *     recurrence
   * @param carry memory for one step of twice the units
   */
  void backward(
      CellType cell, CellTrace trace, Operand transposed, Panel gradient, Panel carry, int steps);

  /** Products of dense matrices, written the same way. */
  MatrixKernels matrices();

  /**
   * The one of a name.
   *
   * @param name {@code plain} or {@code vector}
   * @throws IllegalArgumentException if there is none of this name
   * @throws IllegalStateException if this JVM cannot run it
   */
  static Kernels named(String name) {
    return KernelChoice.of(Require.text("kernels", name));
  }

  /** The fastest that this process can run; see {@link KernelChoice}. */
  static Kernels fastest() {
    return KernelChoice.FASTEST;
  }
}
