package io.espalier.launcher.client.view;

/**
 * What one way of pruning gave for one design, over finished trainings.
 *
 * @param design an architecture, or a kind of network on the random graphs of one prior
 * @param method {@code dense} for the networks before pruning
 * @param sparsity the target, 0..1
 * @param accuracyMean mean test accuracy, 0..1
 * @param accuracyStd sample standard deviation; 0 for one trial
 * @param trials trials that have it
 */
public record Result(
    String design,
    String method,
    double sparsity,
    double accuracyMean,
    double accuracyStd,
    long trials) {}
