package io.espalier.networks.kernels;

import io.espalier.plan.Require;

/**
 * Inner loops over {@link Panel}s. Stateless and safe for use by many threads. All panels of a call
 * have the same number of lanes; panels that are written overlap no other.
 *
 * <p>Implementations differ in the order of sums, so their results differ within float rounding;
 * each repeats its own to the bit.
 */
public interface Kernels {

  /** Floats per vector: a panel's lanes are a multiple of it. */
  int width();

  /** {@code y[step][unit] := bias[unit]} in all lanes, for as many units as there are biases. */
  void fill(float[] bias, Panel y, int steps);

  /**
   * {@code y[step][row] += sum over the row's edges of weight * x[step][column]}. To go backward
   * through a layer pass its {@link Edges#transposed}. Takes {@code count * steps * lanes}
   * multiplications.
   */
  void multiply(Edges edges, float[] weights, Panel x, Panel y, int steps);

  /**
   * {@code gradients[entry] += sum over steps and lanes of delta[step][row] * x[step][column]} for
   * every edge. Takes {@code count * steps * lanes} multiplications.
   */
  void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients);

  /** {@code sums[unit] += sum over steps and lanes of x[step][unit]}, for each of the sums. */
  void sums(Panel x, int steps, float[] sums);

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
