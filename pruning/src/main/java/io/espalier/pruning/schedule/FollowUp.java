package io.espalier.pruning.schedule;

import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;

/** What a trained network gives rise to. */
public sealed interface FollowUp {

  /**
   * A mask is to be computed and told, unless the schedule turns out to end before.
   *
   * @param at the retraining that the mask is for
   * @param branch the branch it belongs to
   */
  record Step(StepRef at, BranchPlan branch) implements FollowUp {

    /** Whether it goes on with what was trained, and does not begin a branch. */
    boolean continues(Trained trained) {
      return trained.at().branch().equals(at.branch());
    }
  }

  /** The line ends here, after its last planned training. */
  record End() implements FollowUp {}
}
