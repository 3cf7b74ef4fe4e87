package io.espalier.pruning.saliency;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.function.Supplier;

/**
 * A network whose weights are to be ranked.
 *
 * @param plan its trial: architecture, dataset, seed
 * @param at the pruning step
 * @param checkpoint the weights
 * @param mask which of them are still there
 * @param data loads the dataset; throws {@link io.espalier.datasets.DatasetUnavailable} if it
 *     cannot be had
 */
public record ScoredNetwork(
    TrialPlan plan, StepRef at, Checkpoint checkpoint, Mask mask, Supplier<Dataset> data) {
  public ScoredNetwork {
    Require.present("plan", plan);
    Require.present("at", at);
    Require.present("checkpoint", checkpoint);
    Require.present("mask", mask);
    Require.present("data", data);
  }
}
