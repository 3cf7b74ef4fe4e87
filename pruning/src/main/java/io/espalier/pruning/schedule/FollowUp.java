package io.espalier.pruning.schedule;

import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;

/** What a trained network gives rise to. */
public sealed interface FollowUp {

  /**
   * A mask is to be computed and told.
   *
   * @param at the retraining that the mask is for
   * @param branch the branch it belongs to
   */
  record Step(StepRef at, BranchPlan branch) implements FollowUp {

    /** Share of maskable weights that is to be zero. */
    public double targetSparsity() {
      return branch.sparsities().get(at.step() - 1);
    }
  }

  /** The line ends here. */
  record End(ScheduleFinished event) implements FollowUp {}
}
