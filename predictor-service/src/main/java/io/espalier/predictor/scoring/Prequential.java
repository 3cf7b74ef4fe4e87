package io.espalier.predictor.scoring;

import java.util.Optional;

/**
 * Running quality of predictions that were all told before their truth was known (test, then
 * train). Means and sums of squares are updated after Welford, so they stay exact over long runs.
 *
 * @param count predictions judged so far
 * @param absoluteErrors sum of |observed - predicted|
 * @param squaredErrors sum of (observed - predicted)^2
 * @param mean mean of the observed values
 * @param squaredDeviations sum of (observed - mean)^2
 */
record Prequential(
    long count,
    double absoluteErrors,
    double squaredErrors,
    double mean,
    double squaredDeviations) {
  static final Prequential NONE = new Prequential(0, 0, 0, 0, 0);

  /** The quality after one more prediction. */
  Prequential with(double predicted, double observed) {
    double error = observed - predicted;
    double deviation = observed - mean;
    double newMean = mean + deviation / (count + 1);
    return new Prequential(
        count + 1,
        absoluteErrors + Math.abs(error),
        squaredErrors + error * error,
        newMean,
        squaredDeviations + deviation * (observed - newMean));
  }

  /** Mean of |observed - predicted|; 0 before the first one. */
  double meanAbsoluteError() {
    return count == 0 ? 0 : absoluteErrors / count;
  }

  /**
   * 1 - squared errors / squared deviations from the mean of what was observed; negative if the
   * mean would have been the better prediction. Absent below two observations and while all of them
   * are equal.
   */
  Optional<Double> rSquared() {
    return count < 2 || squaredDeviations <= 0
        ? Optional.empty()
        : Optional.of(1 - squaredErrors / squaredDeviations);
  }
}
