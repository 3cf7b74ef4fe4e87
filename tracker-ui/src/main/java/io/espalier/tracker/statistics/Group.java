package io.espalier.tracker.statistics;

/**
 * One step of one branch over the trials of a design: test accuracies after (re)training.
 *
 * @param variant {@code dense} before any pruning, else the branch's
 * @param sparsity mean of what was reached
 * @param compressionRatio 1 / (1 - sparsity); null if nothing is left
 * @param std sample standard deviation; null of one trial
 * @param low of the confidence interval of the mean; null, as {@code high}, where there is none
 */
public record Group(
    String design,
    String variant,
    String branch,
    int step,
    double sparsity,
    Double compressionRatio,
    long trials,
    double mean,
    Double std,
    Double low,
    Double high) {

  static Group of(String design, String variant, Point point, Sample accuracy, Sample sparsity) {
    double cut = sparsity.mean();
    return new Group(
        design,
        variant,
        point.branch(),
        point.step(),
        cut,
        cut >= 1 ? null : 1 / (1 - cut),
        accuracy.count(),
        accuracy.mean(),
        accuracy.std().orElse(null),
        Interval.ofMean(accuracy).map(Interval::low).orElse(null),
        Interval.ofMean(accuracy).map(Interval::high).orElse(null));
  }
}
