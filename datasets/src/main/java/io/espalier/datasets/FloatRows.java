package io.espalier.datasets;

import io.espalier.plan.Require;

/** Vectors stored as the floats they are handed out as. */
final class FloatRows implements Rows {
  private final int inputs;
  private final float[] values;
  private final byte[] labels;

  /**
   * Takes the arrays over without a copy; the caller gives them up.
   *
   * @param values row by row
   */
  FloatRows(int inputs, float[] values, byte[] labels) {
    Require.atLeast("inputs", inputs, 1);
    long expected = (long) labels.length * inputs;
    Require.within("values", values.length, expected, expected);
    this.inputs = inputs;
    this.values = values;
    this.labels = labels;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public void copyInto(int row, float[] target, int offset) {
    System.arraycopy(values, row * inputs, target, offset, inputs);
  }

  @Override
  public void copyTransposed(int[] rows, int[] inputs, float[] target, int stride) {
    for (int row = 0; row < rows.length; row++) {
      int from = rows[row] * this.inputs;
      for (int i = 0; i < inputs.length; i++) {
        target[i * stride + row] = values[from + inputs[i]];
      }
    }
  }
}
