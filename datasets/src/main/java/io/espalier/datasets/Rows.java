package io.espalier.datasets;

/** Labelled vectors of one length, as they are stored; any number of samples may refer to them. */
interface Rows {
  int size();

  int inputs();

  int label(int row);

  /** Writes the values of a row to {@code target[offset .. offset + inputs())}. */
  void copyInto(int row, float[] target, int offset);

  /**
   * Writes the value of {@code inputs[i]} of {@code rows[r]} to {@code target[i * stride + r]}.
   *
   * @param inputs ascending
   */
  void copyTransposed(int[] rows, int[] inputs, float[] target, int stride);
}
