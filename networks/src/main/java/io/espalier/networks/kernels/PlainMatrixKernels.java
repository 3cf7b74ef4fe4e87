package io.espalier.networks.kernels;

/**
 * Plain loops, for JVMs without the Vector API. The innermost one runs over neighbouring columns,
 * which the JIT compiler turns into vectors.
 */
final class PlainMatrixKernels implements MatrixKernels {
  /** Measured: plain loops over edges gain more from the compiler than those over matrices. */
  private static final double BREAK_EVEN = 0.3;

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
      int at = k * stride;
      for (int column = 0; column < sums.length; column++) {
        int i = at + column;
        sums[column] +=
            f0 * b[i] + f1 * b[i + stride] + f2 * b[i + 2 * stride] + f3 * b[i + 3 * stride];
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
