package io.espalier.pruning.surgeon;

import java.util.Optional;

/**
 * {@code A = U' U} with an upper triangular U, in double precision: n^3 / 6 multiplications. Loops
 * run along rows, each an array of its own, so that compilers make vectors of them.
 */
final class Cholesky {
  private final double[][] upper;

  private Cholesky(double[][] upper) {
    this.upper = upper;
  }

  /**
   * The factor of a symmetric matrix.
   *
   * @param matrix overwritten; only its upper triangle is read
   * @param leastPivot a number that no squared element of U's diagonal may be below, greater than 0
   * @return empty if one is, or is no number
   */
  static Optional<Cholesky> of(double[][] matrix, double leastPivot) {
    int n = matrix.length;
    for (int k = 0; k < n; k++) {
      double[] row = matrix[k];
      if (!(row[k] >= leastPivot && row[k] < Double.POSITIVE_INFINITY)) {
        return Optional.empty();
      }
      scale(row, k, 1 / Math.sqrt(row[k]));
      for (int i = k + 1; i < n; i++) {
        subtract(row[i], row, matrix[i], i);
      }
    }
    return Optional.of(new Cholesky(matrix));
  }

  /** Solves {@code A x = b}; b becomes x. */
  void solve(double[] b) {
    halfSolve(b);
    int n = b.length;
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < n; j++) {
        sum -= upper[i][j] * b[j];
      }
      b[i] = sum / upper[i][i];
    }
  }

  /** Solves {@code U' y = b}; b becomes y, and {@code y' y} is {@code b' A^-1 b}. */
  void halfSolve(double[] b) {
    for (int i = 0; i < b.length; i++) {
      b[i] /= upper[i][i];
      subtract(b[i], upper[i], b, i + 1);
    }
  }

  /** The diagonal of the inverse of A: n^3 / 6 multiplications. */
  double[] inverseDiagonal() {
    double[][] root = inverseRoot();
    double[] diagonal = new double[root.length];
    for (int i = 0; i < root.length; i++) {
      diagonal[i] = dot(root[i], root[i], i);
    }
    return diagonal;
  }

  /** U^-1, upper triangular. */
  private double[][] inverseRoot() {
    int n = upper.length;
    double[][] root = new double[n][n];
    for (int i = n - 1; i >= 0; i--) {
      root[i][i] = 1;
      for (int j = i + 1; j < n; j++) {
        subtract(upper[i][j], root[j], root[i], j);
      }
      scale(root[i], i, 1 / upper[i][i]);
    }
    return root;
  }

  /** The inverse of A: n^3 / 3 multiplications. */
  double[][] inverse() {
    int n = upper.length;
    double[][] root = inverseRoot();
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        inverse[i][j] = dot(root[i], root[j], j);
        inverse[j][i] = inverse[i][j];
      }
    }
    return inverse;
  }

  private static void scale(double[] row, int from, double factor) {
    for (int j = from; j < row.length; j++) {
      row[j] *= factor;
    }
  }

  private static void subtract(double factor, double[] row, double[] target, int from) {
    for (int j = from; j < target.length; j++) {
      target[j] -= factor * row[j];
    }
  }

  private static double dot(double[] left, double[] right, int from) {
    double sum = 0;
    for (int k = from; k < left.length; k++) {
      sum += left[k] * right[k];
    }
    return sum;
  }
}
