package io.espalier.tracker.statistics;

import java.util.EnumSet;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;

/** Values of which only mean, spread and range are kept: constant memory. */
final class Sample {
  private final DoubleStatistics values =
      DoubleStatistics.of(
          EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.MIN, Statistic.MAX));

  void add(double value) {
    values.accept(value);
  }

  int count() {
    return Math.toIntExact(values.getCount());
  }

  /** NaN of no values. */
  double mean() {
    return values.getAsDouble(Statistic.MEAN);
  }

  /** The sample standard deviation; absent of fewer than two values. */
  Optional<Double> std() {
    return count() < 2
        ? Optional.empty()
        : Optional.of(values.getAsDouble(Statistic.STANDARD_DEVIATION));
  }

  /** Whether all values are the same but for rounding. */
  boolean constant() {
    return values.getAsDouble(Statistic.MAX) - values.getAsDouble(Statistic.MIN) <= Rules.SAME;
  }
}
