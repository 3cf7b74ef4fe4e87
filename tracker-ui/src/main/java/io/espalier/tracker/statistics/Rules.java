package io.espalier.tracker.statistics;

/** What every statistic here rests on. */
final class Rules {
  /** Fewer pairs never make a difference significant. */
  static final int LEAST_SEEDS = 5;

  /** Of every interval. */
  static final double CONFIDENCE = 0.95;

  /** The probability of calling any difference of a campaign significant if there is none. */
  static final double ALPHA = 0.05;

  /**
   * Accuracies are shares of samples: two that differ, differ by far more than this, and what is
   * less comes from rounding.
   */
  static final double SAME = 1e-9;

  private Rules() {}
}
