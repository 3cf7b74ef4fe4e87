package io.espalier.structure.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Greatest eigenvalue of an adjacency matrix by the method of Lanczos with full
 * reorthogonalisation.
 *
 * <p>The first vector is positive, so it is not orthogonal to the eigenvector searched for (Perron
 * and Frobenius), whether the graph is connected or not. The estimates grow towards the eigenvalue;
 * the method ends when {@value #CALM} steps together gain less than 1e-14 of it, and after n steps
 * at the latest, when they are exact. O(k m + k² n) time and O(k n) memory for k steps: usually 20
 * to 60, but up to n / 2 for a long, thin graph such as a path, which limits these to some thousand
 * nodes.
 */
final class SpectralRadius {
  private static final int CALM = 5;
  private static final double NEGLIGIBLE = 1e-14;

  private final Adjacency graph;
  private final List<double[]> basis = new ArrayList<>();
  private final double[] diagonal;
  private final double[] beside;

  private SpectralRadius(Adjacency graph) {
    this.graph = graph;
    diagonal = new double[graph.nodes];
    beside = new double[graph.nodes];
  }

  static double of(Adjacency graph) {
    return new SpectralRadius(graph).iterate();
  }

  private double iterate() {
    double[] next = new double[graph.nodes];
    for (int node = 0; node < graph.nodes; node++) {
      next[node] = 1 + graph.degree(node);
    }
    double bound = 0;
    for (int node = 0; node < graph.nodes; node++) {
      bound = Math.max(bound, graph.degree(node));
    }
    double estimate = 0;
    double[] recent = new double[CALM];
    for (int step = 0; step < graph.nodes; step++) {
      double norm = Math.sqrt(dot(next, next));
      if (step > 0) {
        beside[step - 1] = norm;
        if (norm <= NEGLIGIBLE * bound) {
          break;
        }
      }
      scale(next, 1 / norm);
      basis.add(next);
      double[] product = multiply(next);
      diagonal[step] = dot(product, next);
      orthogonalise(product);
      estimate = greatestEigenvalue(step + 1, estimate, bound);
      if (step >= CALM && estimate - recent[step % CALM] <= NEGLIGIBLE * estimate) {
        break;
      }
      recent[step % CALM] = estimate;
      next = product;
    }
    return estimate;
  }

  /** Twice, since once leaves what rounding brought back. */
  private void orthogonalise(double[] vector) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] axis : basis) {
        double along = dot(vector, axis);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= along * axis[i];
        }
      }
    }
  }

  /**
   * Bisection on the tridiagonal matrix of the first steps, between the last estimate and bound.
   */
  private double greatestEigenvalue(int size, double atLeast, double atMost) {
    double low = atLeast;
    double high = atMost;
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (hasEigenvalueAbove(middle, size)) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** Whether the matrix less x has a positive pivot, by Sylvester's law of inertia. */
  private boolean hasEigenvalueAbove(double x, int size) {
    double pivot = diagonal[0] - x;
    for (int i = 1; i < size && pivot < 0; i++) {
      pivot = diagonal[i] - x - beside[i - 1] * beside[i - 1] / pivot;
    }
    return pivot >= 0;
  }

  private double[] multiply(double[] vector) {
    double[] product = new double[vector.length];
    for (int node = 0; node < vector.length; node++) {
      double sum = 0;
      for (int i = graph.start[node]; i < graph.start[node + 1]; i++) {
        sum += vector[graph.neighbour[i]];
      }
      product[node] = sum;
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void scale(double[] vector, double by) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= by;
    }
  }
}
