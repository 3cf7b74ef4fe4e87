package io.espalier.tracker.campaigns;

/**
 * What one step of one branch gave for one design, over finished trainings.
 *
 * @param design a label of {@link Designs}; its graphs and seeds are the trials
 * @param variant branches of one variant are points of one curve; {@code dense} before pruning
 * @param method before pruning: {@code dense}, or how the structure was learned
 * @param sparsity the target, 0..1; the mean that was reached if the target was left open
 * @param accuracyMean mean test accuracy, 0..1
 * @param accuracyStd sample standard deviation; 0 for one trial
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
    long trials) {}
