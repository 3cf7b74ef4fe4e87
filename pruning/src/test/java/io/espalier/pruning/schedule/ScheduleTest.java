package io.espalier.pruning.schedule;

import static io.espalier.pruning.Samples.BLINDED;
import static io.espalier.pruning.Samples.CONTROL;
import static io.espalier.pruning.Samples.QUALITY;
import static io.espalier.pruning.Samples.UNIFORM;
import static io.espalier.pruning.Samples.plan;
import static io.espalier.pruning.Samples.trained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final TrialPlan plan = plan("c1.1", 20, 4, CONTROL, BLINDED, UNIFORM);

  @Test
  void theDenseNetworkIsPrunedOncePerBranch() {
    assertThat(Schedule.after(trained(plan, StepRef.BASE)))
        .containsExactly(
            new FollowUp.Step(new StepRef("dense-control", 1), CONTROL),
            new FollowUp.Step(new StepRef("blinded", 1), BLINDED),
            new FollowUp.Step(new StepRef("uniform", 1), UNIFORM));
  }

  @Test
  void aBranchWithAFurtherSparsityGoesOnToIt() {
    assertThat(Schedule.after(trained(plan, new StepRef("blinded", 1))))
        .satisfiesExactly(
            next -> {
              assertThat(next).isEqualTo(new FollowUp.Step(new StepRef("blinded", 2), BLINDED));
              assertThat(((FollowUp.Step) next).targetSparsity()).isEqualTo(0.8);
            });
  }

  @Test
  void aBranchEndsAfterItsLastSparsity() {
    StepRef last = new StepRef("blinded", 2);

    assertThat(Schedule.after(trained(plan, last)))
        .containsExactly(new FollowUp.End(new ScheduleFinished(plan, last, QUALITY)));
  }

  @Test
  void aDenseNetworkWithoutBranchesEndsAtOnce() {
    TrialPlan bare = plan("c1.1", 20, 4);

    assertThat(Schedule.after(trained(bare, StepRef.BASE)))
        .containsExactly(new FollowUp.End(new ScheduleFinished(bare, StepRef.BASE, QUALITY)));
  }

  @Test
  void aTrainingThatThePlanDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> Schedule.after(trained(plan, new StepRef("uniform", 2))))
        .isInstanceOf(UnplannedTraining.class)
        .hasMessageContaining("uniform/2");
  }

  @Test
  void whatWasToldIsKnownPerStepAndAttempt() {
    Told told = new Told();
    FollowUp step = new FollowUp.Step(new StepRef("blinded", 1), BLINDED);

    told.evolve(
        new PruningFailed(
            plan, new StepRef("blinded", 1), FailureReason.ARTIFACT_UNREADABLE, "altered"));

    assertThat(told.contains(trained(plan, StepRef.BASE), step)).isTrue();
    assertThat(told.contains(trained(plan.retriedAs(2), StepRef.BASE), step)).isFalse();
    assertThat(
            told.contains(
                trained(plan, StepRef.BASE), new FollowUp.Step(new StepRef("uniform", 1), UNIFORM)))
        .isFalse();
  }

  @Test
  void theEndOfABranchIsNotItsLastStep() {
    Told told = new Told();
    StepRef last = new StepRef("uniform", 1);
    ScheduleFinished end = new ScheduleFinished(plan, last, QUALITY);

    told.evolve(end);

    assertThat(told.contains(trained(plan, last), new FollowUp.End(end))).isTrue();
    assertThat(told.contains(trained(plan, StepRef.BASE), new FollowUp.Step(last, UNIFORM)))
        .isFalse();
  }
}
