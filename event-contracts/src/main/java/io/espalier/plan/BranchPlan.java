package io.espalier.plan;

import java.util.List;

/**
 * One line of pruning steps that starts from the trained dense network.
 *
 * @param name unique within the trial, such as {@code magnitude-class-blinded-80}
 * @param method how saliency is measured and distributed over layers
 * @param sparsities share of all maskable weights that is zero after each step (0..1, rising); one
 *     element is one-shot pruning; {@code [0]} for the dense control
 * @param retrainEpochs epochs of retraining after each step
 */
public record BranchPlan(
    String name, PruningMethod method, List<Double> sparsities, int retrainEpochs) {

  /** The branch of step 0: the dense network before any pruning. */
  public static final String DENSE = "dense";

  public BranchPlan {
    Require.text("branch.name", name);
    Require.present("branch.method", method);
    sparsities = Require.nonEmpty("branch.sparsities", sparsities);
    for (int i = 0; i < sparsities.size(); i++) {
      Require.within("branch.sparsities[" + i + "]", sparsities.get(i), 0, 1);
      if (i > 0 && sparsities.get(i) <= sparsities.get(i - 1)) {
        throw new IllegalArgumentException(
            "branch.sparsities is " + sparsities + ", allowed: values that rise");
      }
    }
    Require.atLeast("branch.retrainEpochs", retrainEpochs, 1);
  }

  /** Number of pruning steps. */
  public int steps() {
    return sparsities.size();
  }
}
