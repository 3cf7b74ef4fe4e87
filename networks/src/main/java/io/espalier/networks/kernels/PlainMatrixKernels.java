package io.espalier.networks.kernels;

/**
 * Plain loops, for JVMs without the Vector API; a tenth of the speed of vectors. The innermost one
 * runs over neighbouring columns.
 */
final class PlainMatrixKernels implements MatrixKernels {
  /** Measured: rows of weights are too short for the compiler's vector loops, lanes are not. */
  private static final double BREAK_EVEN = 0.55;

  @Override
  public double breakEven() {
    return BREAK_EVEN;
  }

  @Override
  public void multiply(Matrix left, Matrix right, Matrix product, int rows) {
    int width = right.stride();
    for (int row = 0; row < rows; row++) {
      float[] sums = new float[width];
      addCombination(left.values(), row * left.stride(), 1, left.columns(), right, sums);
      System.arraycopy(sums, 0, product.values(), row * product.stride(), width);
    }
  }

  @Override
  public void addTransposedProduct(
      Matrix left, Matrix right, int samples, Matrix mask, float[] target) {
    int width = right.stride();
    for (int row = 0; row < left.columns(); row++) {
      float[] sums = new float[width];
      addCombination(left.values(), row, left.stride(), samples, right, sums);
      int at = row * width;
      for (int column = 0; column < width; column++) {
        target[at + column] += sums[column];
      }
      if (mask != null) {
        for (int column = 0; column < width; column++) {
          target[at + column] *= mask.values()[at + column];
        }
      }
    }
  }

  /** {@code sums += sum over k of factors[from + k * step] * right[k]}, four k at a time. */
  private static void addCombination(
      float[] factors, int from, int step, int count, Matrix right, float[] sums) {
    float[] b = right.values();
    int stride = right.stride();
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      float f0 = factors[from + k * step];
      float f1 = factors[from + (k + 1) * step];
      float f2 = factors[from + (k + 2) * step];
      float f3 = factors[from + (k + 3) * step];
      int r0 = k * stride;
      int r1 = r0 + stride;
      int r2 = r1 + stride;
      int r3 = r2 + stride;
      for (int column = 0; column < sums.length; column++) {
        sums[column] +=
            (f0 * b[r0 + column] + f1 * b[r1 + column])
                + (f2 * b[r2 + column] + f3 * b[r3 + column]);
      }
    }
    for (; k < count; k++) {
      float f = factors[from + k * step];
      for (int column = 0; column < sums.length; column++) {
        sums[column] += f * b[k * stride + column];
      }
    }
  }

  @Override
  public void rectify(Matrix matrix, int rows) {
    float[] values = matrix.values();
    for (int i = 0; i < rows * matrix.stride(); i++) {
      values[i] = Math.max(values[i], 0);
    }
  }

  @Override
  public void gate(Matrix gates, float scale, Matrix matrix, int rows) {
    float[] values = matrix.values();
    for (int i = 0; i < rows * matrix.stride(); i++) {
      values[i] = gates.values()[i] > 0 ? scale * values[i] : 0;
    }
  }
}
