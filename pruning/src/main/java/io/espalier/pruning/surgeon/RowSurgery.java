package io.espalier.pruning.surgeon;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The weights of one output: K the places of those that stay, S of those that are gone, H the
 * layer's Hessian. Whatever is asked for can be had from a system of the size of K or of S; the
 * cheaper one is solved.
 */
final class RowSurgery {
  private final double[][] hessian;
  private final double[][] inverse;
  private final int[] kept;
  private final int[] gone;

  /**
   * @param stays whether the weight of an active input may differ from zero
   */
  RowSurgery(LayerHessian hessian, IntPredicate stays) {
    this.hessian = hessian.matrix();
    this.inverse = hessian.inverse();
    this.kept = IntStream.range(0, this.hessian.length).filter(stays).toArray();
    this.gone = IntStream.range(0, this.hessian.length).filter(stays.negate()).toArray();
  }

  /** K; rows with the same have the same diagonal. */
  BitSet kept() {
    BitSet places = new BitSet();
    IntStream.of(kept).forEach(places::set);
    return places;
  }

  /**
   * The diagonal of {@code (H_KK)^-1}, which is {@code (H^-1)_KK - (H^-1)_KS ((H^-1)_SS)^-1
   * (H^-1)_SK}; 0 at the places of S. Takes min(K^3 / 3, S^3 / 6 + K S^2 / 2) multiplications.
   */
  double[] inverseDiagonal() {
    double[] diagonal = new double[hessian.length];
    double k = kept.length;
    double s = gone.length;
    if (k * k * k / 3 <= s * s * s / 6 + k * s * s / 2) {
      double[] ofKept = factor(hessian, kept).inverseDiagonal();
      for (int i = 0; i < kept.length; i++) {
        diagonal[kept[i]] = ofKept[i];
      }
      return diagonal;
    }
    Cholesky factor = factor(inverse, gone);
    double[] column = new double[gone.length];
    for (int q : kept) {
      for (int i = 0; i < gone.length; i++) {
        column[i] = inverse[q][gone[i]];
      }
      factor.halfSolve(column);
      diagonal[q] =
          inverse[q][q]
              - IntStream.range(0, column.length).mapToDouble(i -> column[i] * column[i]).sum();
    }
    return diagonal;
  }

  /**
   * Makes the weights that stay make up for those that go: of all weights v that are zero at S
   * those that change the output least, {@code min (v - w)' H (v - w)}. That is {@code v_K = w_K +
   * H_KK^-1 H_KS w_S}, and as well {@code v = w - (H^-1)_*S ((H^-1)_SS)^-1 w_S}. Takes min(K, S)^3
   * / 6 multiplications.
   *
   * @param weights one per active input, changed in place; left as they are if nothing goes
   */
  void compensate(double[] weights) {
    if (IntStream.of(gone).allMatch(s -> weights[s] == 0)) {
      return;
    }
    if (kept.length <= gone.length) {
      byThoseThatStay(weights);
    } else {
      byThoseThatGo(weights);
    }
    for (int s : gone) {
      weights[s] = 0;
    }
  }

  private void byThoseThatStay(double[] weights) {
    double[] change = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int s : gone) {
        change[i] += hessian[kept[i]][s] * weights[s];
      }
    }
    factor(hessian, kept).solve(change);
    for (int i = 0; i < kept.length; i++) {
      weights[kept[i]] += change[i];
    }
  }

  private void byThoseThatGo(double[] weights) {
    double[] multipliers = IntStream.of(gone).mapToDouble(s -> weights[s]).toArray();
    factor(inverse, gone).solve(multipliers);
    for (int i = 0; i < gone.length; i++) {
      double[] row = inverse[gone[i]];
      for (int j = 0; j < weights.length; j++) {
        weights[j] -= row[j] * multipliers[i];
      }
    }
  }

  /** Of the part of a positive definite matrix at some places. */
  private static Cholesky factor(double[][] matrix, int[] places) {
    double[][] part = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      double[] row = matrix[places[i]];
      for (int j = i; j < places.length; j++) {
        part[i][j] = row[places[j]];
      }
    }
    return Cholesky.of(part, Double.MIN_NORMAL)
        .orElseThrow(() -> new IllegalStateException("a damped Hessian is not positive definite"));
  }
}
