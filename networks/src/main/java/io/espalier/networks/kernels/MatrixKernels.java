package io.espalier.networks.kernels;

/**
 * Inner loops over {@link Matrix matrices}: the products that a fully connected layer needs, and
 * its ReLU. Stateless and safe for use by many threads. Only whole {@link Matrix#ROW_TILE row
 * tiles} are computed, so padding rows are read and written too.
 *
 * <p>The order of every sum is fixed: equal operands give equal bits, whatever has been compiled.
 * Implementations differ from each other within float rounding.
 */
public interface MatrixKernels {

  /**
   * {@code product[r] := sum over k of left[r][k] * right[k]}; rows * left.columns * right.columns
   * multiplications.
   *
   * @param rows how many rows of the product to compute; rounded up to whole tiles
   */
  void multiply(Matrix left, Matrix right, Matrix product, int rows);

  /**
   * {@code target[i] += sum over s of left[s][i] * right[s]}, then times the mask where there is
   * one; samples * left.columns * right.columns multiplications. With activations as left and the
   * loss's gradient as right this is the gradient of weights [in, out].
   *
   * @param samples rows of left and right to sum over
   * @param mask 0 or 1, in the target's layout; null for none
   * @param target in the layout of a matrix of left's columns as rows and right's columns
   */
  void addTransposedProduct(Matrix left, Matrix right, int samples, Matrix mask, float[] target);

  /** {@code matrix := max(matrix, 0)} in the first rows. */
  void rectify(Matrix matrix, int rows);

  /** {@code matrix := gates > 0 ? scale * matrix : 0} in the first rows. */
  void gate(Matrix gates, float scale, Matrix matrix, int rows);

  /**
   * The share of weights that are there below which {@link Kernels} over {@link Edges} train a
   * layer faster; measured.
   */
  double breakEven();
}
