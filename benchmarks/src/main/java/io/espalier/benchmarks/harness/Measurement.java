package io.espalier.benchmarks.harness;

import java.util.Arrays;

/**
 * What was measured.
 *
 * @param median of the repetitions' values
 * @param spread (third quartile - first quartile) / median
 * @param repetitions how many there were
 * @param core share of the time in which the measuring thread had a core; well below 1 means that
 *     other processes kept the machine busy
 */
public record Measurement(
    Benchmark benchmark, double median, double spread, int repetitions, double core) {

  static Measurement of(Benchmark benchmark, double[] values, double core) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = quantile(sorted, 0.5);
    double spread = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / Math.abs(median);
    return new Measurement(benchmark, median, spread, values.length, core);
  }

  /** Linear between neighbours. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
