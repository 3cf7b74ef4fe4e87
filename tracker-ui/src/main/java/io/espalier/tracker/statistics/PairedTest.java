package io.espalier.tracker.statistics;

import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.inference.TTest;

/**
 * A test of paired differences against zero, two-sided.
 *
 * <p>Where the differences spread it is the t-test. Where they are all the same it is not defined:
 * differences of zero give p = 1, others the exact sign-flip test's p = 2^(1 - n), of which the
 * same sign n times is the most extreme outcome.
 *
 * @param effectSize Hedges' g_z, the mean difference in standard deviations of the differences,
 *     corrected for the bias of small samples; absent of fewer than three pairs and without spread
 * @param t absent if the t-test is not defined
 * @param p absent of fewer than two pairs
 * @param note what is particular, for people
 */
record PairedTest(
    Optional<Double> effectSize, Optional<Double> t, Optional<Double> p, Optional<String> note) {

  static PairedTest of(Sample differences) {
    if (differences.count() < 2) {
      return new PairedTest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    return differences.constant() ? ofConstant(differences) : ofSpread(differences);
  }

  private static PairedTest ofSpread(Sample differences) {
    double std = differences.std().orElseThrow();
    int pairs = differences.count();
    TTest.Result result = TTest.withDefaults().test(differences.mean(), std * std, pairs);
    return new PairedTest(
        pairs < 3 ? Optional.empty() : Optional.of(unbiased(pairs - 1) * differences.mean() / std),
        Optional.of(result.getStatistic()),
        Optional.of(result.getPValue()),
        Optional.empty());
  }

  private static PairedTest ofConstant(Sample differences) {
    boolean none = Math.abs(differences.mean()) <= Rules.SAME;
    return new PairedTest(
        Optional.empty(),
        Optional.empty(),
        Optional.of(none ? 1 : Math.pow(2, 1 - differences.count())),
        Optional.of(
            none
                ? "all pairs are equal"
                : "every difference is the same, so the t-test is not defined; p is of the exact"
                    + " sign-flip test"));
  }

  /** Hedges' correction, Γ(m / 2) / (sqrt(m / 2) Γ((m - 1) / 2)) of m degrees of freedom. */
  private static double unbiased(double freedom) {
    return Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2))
        / Math.sqrt(freedom / 2);
  }
}
