package io.espalier.networks.engine;

import io.espalier.plan.Require;

/**
 * One tensor under training, live: the model reads the values and writes the gradients, the
 * optimizer does the reverse. Belongs to one thread.
 *
 * <p>Only elements that are there are stored, in whatever order serves the model: entry {@code i}
 * is the element {@code positions[i]} of the tensor in row-major order, or padding, which has the
 * position -1, the value 0 and the gradient 0 for ever.
 */
public final class Parameter {
  private final String name;
  private final float[] values;
  private final float[] gradients;
  private final int[] positions;

  /**
   * Wraps the arrays without copying them.
   *
   * @param name of the tensor, such as {@code layer0.weight}
   */
  public Parameter(String name, float[] values, float[] gradients, int[] positions) {
    this.name = Require.text("parameter.name", name);
    if (values.length != gradients.length || values.length != positions.length) {
      throw new IllegalArgumentException(
          name
              + " has "
              + values.length
              + " values, "
              + gradients.length
              + " gradients and "
              + positions.length
              + " positions, allowed: as many of each");
    }
    this.values = values;
    this.gradients = gradients;
    this.positions = positions;
  }

  /** Name of the tensor in checkpoints and masks. */
  public String name() {
    return name;
  }

  /** The values, not a copy. */
  public float[] values() {
    return values;
  }

  /** The mean gradient of the last batch, not a copy. */
  public float[] gradients() {
    return gradients;
  }

  /** Row-major position of each entry in the tensor, -1 for padding; not a copy. */
  public int[] positions() {
    return positions;
  }
}
