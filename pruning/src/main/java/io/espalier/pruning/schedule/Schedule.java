package io.espalier.pruning.schedule;

import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import java.util.List;

/** The schedule of a trial, read from the plan that every event carries. */
public final class Schedule {
  private Schedule() {}

  /**
   * What follows: from the dense network the first step of each branch that is not another's
   * structure, from a retrained one the next step of its branch, or its end. A dense network
   * without branches ends at once.
   *
   * <p>The next round of an iterative schedule may turn out to be an end, too, once its amount is
   * known.
   *
   * @throws UnplannedTraining if the plan has no such training
   */
  public static List<FollowUp> after(Trained trained) {
    TrialPlan plan = trained.plan();
    StepRef at = trained.at();
    if (at.equals(StepRef.BASE)) {
      return plan.branches().isEmpty()
          ? List.of(new FollowUp.End())
          : steps(plan, plan.following(at));
    }
    BranchPlan branch = plan.branch(at.branch()).filter(b -> at.step() <= b.steps()).orElse(null);
    if (branch == null) {
      throw new UnplannedTraining(plan, at);
    }
    return at.step() < branch.steps()
        ? steps(plan, plan.following(at))
        : List.of(new FollowUp.End());
  }

  /** What follows from the end of a branch: others take up the structure that it came to. */
  public static List<FollowUp> afterEnd(Trained last) {
    return steps(last.plan(), last.plan().after(last.at().branch()));
  }

  private static List<FollowUp> steps(TrialPlan plan, List<StepRef> steps) {
    return steps.stream()
        .<FollowUp>map(at -> new FollowUp.Step(at, plan.branch(at.branch()).orElseThrow()))
        .toList();
  }
}
