package io.espalier.tracker.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/** Where a mean lies with the confidence of {@link Rules}. */
record Interval(double low, double high) {

  /**
   * Student's interval, mean ± t(n - 1) s / sqrt(n); absent of fewer than two values, and of values
   * without spread, which say nothing about the spread of further ones.
   */
  static Optional<Interval> ofMean(Sample sample) {
    return sample
        .std()
        .filter(std -> !sample.constant())
        .map(
            std -> {
              double n = sample.count();
              double quantile =
                  TDistribution.of(n - 1).inverseSurvivalProbability((1 - Rules.CONFIDENCE) / 2);
              double half = quantile * std / Math.sqrt(n);
              return new Interval(sample.mean() - half, sample.mean() + half);
            });
  }
}
