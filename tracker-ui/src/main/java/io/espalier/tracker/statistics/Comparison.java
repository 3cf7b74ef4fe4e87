package io.espalier.tracker.statistics;

/**
 * Two variants, paired by trial: differences of test accuracy, {@code a} less {@code b}.
 *
 * @param sparsity that both were to have; where it follows from a cut, the mean that {@code a}
 *     reached
 * @param pairs trials that have both
 * @param low of the confidence interval of the mean difference; null, as {@code high}, where there
 *     is none
 * @param effectSize Hedges' g_z; null where there is none
 * @param t null where the t-test is not defined
 * @param p two-sided; null of fewer than two pairs
 * @param adjustedP after Holm's correction over the campaign; null of too few pairs, which are not
 *     in the family
 * @param note what is particular, for people; null mostly
 */
public record Comparison(
    String design,
    double sparsity,
    String a,
    String b,
    String aBranch,
    String bBranch,
    long pairs,
    double meanDifference,
    Double low,
    Double high,
    Double effectSize,
    Double t,
    Double p,
    Double adjustedP,
    Verdict verdict,
    String note) {

  /** Not yet corrected and so without a verdict beyond that there are too few pairs. */
  static Comparison of(String design, Pairing pairing, Sample differences, Sample sparsity) {
    PairedTest test = PairedTest.of(differences);
    return new Comparison(
        design,
        pairing.planned().orElseGet(sparsity::mean),
        pairing.aVariant(),
        pairing.bVariant(),
        pairing.a().branch(),
        pairing.b().branch(),
        differences.count(),
        differences.mean(),
        Interval.ofMean(differences).map(Interval::low).orElse(null),
        Interval.ofMean(differences).map(Interval::high).orElse(null),
        test.effectSize().orElse(null),
        test.t().orElse(null),
        test.p().orElse(null),
        null,
        Verdict.TOO_FEW_SEEDS,
        test.note().orElse(null));
  }

  boolean rests() {
    return pairs >= Rules.LEAST_SEEDS;
  }

  Comparison corrected(double adjusted) {
    return new Comparison(
        design,
        sparsity,
        a,
        b,
        aBranch,
        bBranch,
        pairs,
        meanDifference,
        low,
        high,
        effectSize,
        t,
        p,
        adjusted,
        Verdict.of(meanDifference, adjusted),
        note);
  }
}
