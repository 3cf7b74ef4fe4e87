package io.espalier.pruning.schedule;

import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.UnplannedTraining;
import java.util.ArrayList;
import java.util.List;

/** The schedule of a trial, read from the plan that every event carries. */
public final class Schedule {
  private Schedule() {}

  /**
   * What follows: from the dense network the first step of each branch, from a retrained one the
   * next step of its branch, or its end. A dense network without branches ends at once.
   *
   * @throws UnplannedTraining if the plan has no such training
   */
  public static List<FollowUp> after(Trained trained) {
    StepRef at = trained.at();
    if (at.equals(StepRef.BASE)) {
      List<FollowUp> first = new ArrayList<>();
      for (BranchPlan branch : trained.plan().branches()) {
        first.add(new FollowUp.Step(new StepRef(branch.name(), 1), branch));
      }
      return first.isEmpty() ? List.of(end(trained)) : List.copyOf(first);
    }
    BranchPlan branch =
        trained.plan().branch(at.branch()).filter(b -> at.step() <= b.steps()).orElse(null);
    if (branch == null) {
      throw new UnplannedTraining(trained.plan(), at);
    }
    return at.step() < branch.steps()
        ? List.of(new FollowUp.Step(new StepRef(branch.name(), at.step() + 1), branch))
        : List.of(end(trained));
  }

  private static FollowUp end(Trained trained) {
    return new FollowUp.End(new ScheduleFinished(trained.plan(), trained.at(), trained.quality()));
  }
}
