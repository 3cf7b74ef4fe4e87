package io.espalier.benchmarks.harness;

import io.espalier.plan.Require;

/**
 * How long a benchmark is measured, in seconds. A repetition that has begun is finished.
 *
 * @param leastWarmUp warm-up goes on at least so long, in core time, and until values have settled
 * @param mostWarmUp and at most so long, in core time
 * @param measuring timed repetitions go on so long
 * @param repetitions timed ones, at least
 */
public record Effort(double leastWarmUp, double mostWarmUp, double measuring, int repetitions) {
  /** Figures to publish. */
  public static final Effort FULL = new Effort(1.5, 4, 2.5, 5);

  /** A look. */
  public static final Effort QUICK = new Effort(0.4, 1, 0.5, 3);

  public Effort {
    Require.finiteNonNegative("effort.leastWarmUp", leastWarmUp);
    Require.within("effort.mostWarmUp", mostWarmUp, leastWarmUp, Double.MAX_VALUE);
    Require.finiteNonNegative("effort.measuring", measuring);
    Require.atLeast("effort.repetitions", repetitions, 1);
  }
}
