package io.espalier.launcher.client.view;

/**
 * What one step of one branch gave for one design, over finished trainings.
 *
 * @param design an architecture, or a kind of network on the random graphs of one prior
 * @param variant branches of one variant are points of one curve; {@code dense} before pruning
 * @param method {@code dense} for the networks before pruning, or how their structure was learned
 * @param sparsity the target, 0..1
 * @param accuracyMean mean test accuracy, 0..1
 * @param accuracyStd sample standard deviation; 0 for one trial
 * @param trials trials that have it
 */
public record Result(
    String design,
    String variant,
    String branch,
    int step,
    String method,
    double sparsity,
    double accuracyMean,
    double accuracyStd,
    long trials) {

  /** What the tables call it. */
  public String name() {
    return step == 0 ? method : variant;
  }
}
