package io.espalier.predictor.scoring;

import java.util.Arrays;
import java.util.stream.Stream;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.LinearModel;
import smile.regression.OLS;

/**
 * An online linear model of test accuracy: ridge regression by recursive least squares.
 *
 * <p>Smile's {@code OLS} is started on pseudo observations that say what a ridge prior says: for
 * every feature j two rows {@code sqrt(strength / 2) * e_j} with the target {@code sqrt(strength /
 * 2) * prior_j}. Each observation then costs one Sherman-Morrison update of the inverse Gram
 * matrix, O(features^2), and after any number of them the weights equal those of the ridge
 * regression towards the prior over all observations (up to rounding). The intercept is the
 * caller's constant feature; Smile's own is switched off, since its update does not move it.
 *
 * <p>The same observations in the same order give the same weights on one machine type.
 */
final class Surrogate {
  private static final String TARGET = "accuracy";

  private final LinearModel model;

  /**
   * @param prior the weights before the first observation
   * @param strength how many observations of unit length the prior weighs in each direction, &gt; 0
   */
  Surrogate(double[] prior, double strength) {
    int width = prior.length;
    double scale = Math.sqrt(strength / 2);
    double[][] rows = new double[2 * width][width];
    double[] targets = new double[2 * width];
    for (int row = 0; row < rows.length; row++) {
      rows[row][row / 2] = scale;
      targets[row] = scale * prior[row / 2];
    }
    String[] names = new String[width];
    Arrays.setAll(names, i -> "x" + i);
    DataFrame data = DataFrame.of(rows, names).merge(DoubleVector.of(TARGET, targets));
    String[] noIntercept =
        Stream.concat(Stream.of("0"), Arrays.stream(names)).toArray(String[]::new);
    model = OLS.fit(Formula.of(TARGET, noIntercept), data, "qr", false, true);
  }

  /** The expected accuracy, clamped to 0..1. */
  double predict(double[] features) {
    return Math.min(1, Math.max(0, model.predict(features)));
  }

  /** Learns one observation. */
  void learn(double[] features, double accuracy) {
    model.update(features, accuracy);
  }
}
