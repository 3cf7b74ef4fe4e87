package io.espalier.pruning.selection;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.Require;

/**
 * A step of a branch that is to be selected.
 *
 * @param branch a saliency and its distribution, amounts, scope and granularity
 * @param step of the branch, from 1
 * @param held the mask before the step; what it does not keep stays cut and counts as cut
 * @param weights those that were scored; their spread scales {@code class-distributed}
 */
public record PlannedCut(
    Architecture architecture, BranchPlan branch, int step, Mask held, Checkpoint weights) {
  public PlannedCut {
    Require.present("cut.architecture", architecture);
    Require.present("cut.branch", branch);
    Require.within("cut.step", step, 1, branch.steps());
    Require.present("cut.held", held).requireCovers(architecture);
    Require.present("cut.weights", weights);
    if (!(branch.method() instanceof Criterion)) {
      throw new IllegalArgumentException(
          "cut.branch has the method " + branch.method().wireName() + ", allowed: a saliency");
    }
  }

  /** Which saliency, and how the cut is spread over the layers. */
  Criterion criterion() {
    return (Criterion) branch.method();
  }

  /** Whether the step may end the schedule where it cannot be done. */
  boolean mayEnd() {
    return branch.rounds().isPresent() && step > 1;
  }

  /** The amount for people, such as {@code sparsity 0.8}. */
  String amount() {
    return branch
        .layerRates()
        .map(rates -> "the layers' rates " + rates)
        .orElseGet(
            () ->
                branch.rounds().isPresent()
                    ? "round " + step
                    : "sparsity " + branch.sparsities().get(step - 1));
  }
}
