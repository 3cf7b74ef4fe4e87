package io.espalier.networks.kernels;

/**
 * Activations of some units over time steps: the value of a unit in a lane at a step is {@code
 * values[at + step * stride + unit * lanes + lane]}. Lanes are samples of a batch, a multiple of
 * {@link Kernels#width()}; without time there is one step.
 *
 * <p>A view: several panels may share an array. Not copied, not checked beyond the array's bounds.
 */
public final class Panel {
  private final float[] values;
  private final int at;
  private final int stride;
  private final int lanes;

  /**
   * @param values shared with the caller
   * @param at position of the first step's first unit
   * @param stride from a step to the next
   * @param lanes samples side by side
   */
  public Panel(float[] values, int at, int stride, int lanes) {
    this.values = values;
    this.at = at;
    this.stride = stride;
    this.lanes = lanes;
  }

  /**
   * A panel of its own memory, all zero.
   *
   * @throws ArithmeticException if it has more values than an array can hold
   */
  public static Panel zeros(int steps, int units, int lanes) {
    int values = Math.multiplyExact(Math.multiplyExact(steps, units), lanes);
    return new Panel(new float[values], 0, units * lanes, lanes);
  }

  /** The same from another step on. */
  public Panel fromStep(int step) {
    return new Panel(values, at(step), stride, lanes);
  }

  /** The same from another unit on. */
  public Panel fromUnit(int unit) {
    return new Panel(values, at + unit * lanes, stride, lanes);
  }

  /** The array, not a copy. */
  public float[] values() {
    return values;
  }

  /** Position of the first step's first unit. */
  public int at() {
    return at;
  }

  /** Position of a step's first unit. */
  public int at(int step) {
    return at + step * stride;
  }

  /** Distance from a step to the next. */
  public int stride() {
    return stride;
  }

  /** Samples side by side. */
  public int lanes() {
    return lanes;
  }
}
