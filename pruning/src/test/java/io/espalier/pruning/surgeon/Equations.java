package io.espalier.pruning.surgeon;

import java.util.SplittableRandom;

/** Linear equations the plain way, to compare with. */
final class Equations {
  private Equations() {}

  /** Mean of x x' over random x, the last element 1, and a little more on the diagonal. */
  static double[][] positiveDefinite(int n, SplittableRandom random) {
    double[][] matrix = new double[n][n];
    for (int sample = 0; sample < 2 * n + 3; sample++) {
      double[] x = random.doubles(n, -1, 2).toArray();
      x[n - 1] = 1;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += x[i] * x[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      matrix[i][i] += 0.01;
    }
    return matrix;
  }

  /** Solves by Gauss-Jordan elimination with pivots. */
  static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, a[i], 0, n);
      a[i][n] = right[i];
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] swapped = a[k];
      a[k] = a[pivot];
      a[pivot] = swapped;
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : a[i][k] / a[k][k];
        for (int j = k; j <= n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = a[i][n] / a[i][i];
    }
    return x;
  }

  /** {@code x' A x}. */
  static double form(double[][] matrix, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum += x[i] * matrix[i][j] * x[j];
      }
    }
    return sum;
  }
}
