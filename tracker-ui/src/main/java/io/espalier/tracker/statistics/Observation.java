package io.espalier.tracker.statistics;

/**
 * A finished training.
 *
 * @param design what it is a repetition of
 * @param trial the repetition: same seed, same graph
 * @param accuracy on the test samples, 0..1
 * @param sparsity share of all maskable weights that is zero
 * @param last whether its branch's schedule ended with it
 */
public record Observation(
    String design,
    String trial,
    String branch,
    int step,
    double accuracy,
    double sparsity,
    boolean last) {}
