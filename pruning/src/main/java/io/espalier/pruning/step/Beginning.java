package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.networks.training.Seeds;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.StartFrom;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.units.Shrinking;
import java.util.Optional;

/** The weights with which the retraining of a step begins. */
final class Beginning {
  private final StepInput input;
  private final BranchPlan branch;
  private final ArtifactStore artifacts;

  Beginning(StepInput input, BranchPlan branch, ArtifactStore artifacts) {
    this.input = input;
    this.branch = branch;
    this.artifacts = artifacts;
  }

  /**
   * Stores them, unless they are the input's.
   *
   * @param pruned the weights that the step left, compensated if its saliency does so
   * @param mask what the step keeps; units without any weight are zeroed where they are cut whole
   */
  Optional<ArtifactRef> store(Checkpoint pruned, Mask mask) {
    if (unitsGo(input.trained().plan(), branch)) {
      return Optional.of(put(Shrinking.zeroed(input.architecture(), weights(pruned), mask)));
    }
    Optional<StartFrom> from = branch.options().start();
    if (from.isPresent() && from.get() instanceof StartFrom.Rewound rewound) {
      return Optional.of(input.snapshot(rewound.epoch()));
    }
    Checkpoint weights = weights(pruned);
    return weights.equals(input.checkpoint()) ? Optional.empty() : Optional.of(put(weights));
  }

  private Checkpoint weights(Checkpoint pruned) {
    if (branch.method().equals(Control.STRUCTURE_FROM_SCRATCH)) {
      return initial();
    }
    return branch
        .options()
        .start()
        .map(
            from ->
                from instanceof StartFrom.Rewound rewound
                    ? input.ranked(Optional.of(rewound.epoch()), artifacts)
                    : initial())
        .orElse(pruned);
  }

  /** Drawn from a seed of the branch's own, the same in each of its steps. */
  private Checkpoint initial() {
    long seed =
        Seeds.derived(
            input.trained().plan().seed(), branch.name().chars().asLongStream().toArray());
    return InitialWeights.checkpoint(input.architecture(), seed);
  }

  private ArtifactRef put(Checkpoint weights) {
    Architecture architecture = input.architecture();
    return artifacts.put(weights.toBytes(architecture));
  }

  /** Whether whole units are cut in a branch, or in the one whose structure it takes up. */
  static boolean unitsGo(TrialPlan plan, BranchPlan branch) {
    return branch.options().granularity() == Granularity.UNITS
        || branch.of().flatMap(plan::branch).filter(origin -> unitsGo(plan, origin)).isPresent();
  }
}
