package io.espalier.pruning.schedule;

import static io.espalier.pruning.Samples.BLINDED;
import static io.espalier.pruning.Samples.CONTROL;
import static io.espalier.pruning.Samples.QUALITY;
import static io.espalier.pruning.Samples.ROUNDS;
import static io.espalier.pruning.Samples.SCRATCH;
import static io.espalier.pruning.Samples.UNIFORM;
import static io.espalier.pruning.Samples.plan;
import static io.espalier.pruning.Samples.trained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import java.util.Optional;
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
        .containsExactly(new FollowUp.Step(new StepRef("blinded", 2), BLINDED));
  }

  @Test
  void aBranchEndsAfterItsLastSparsity() {
    StepRef last = new StepRef("blinded", 2);

    assertThat(Schedule.after(trained(plan, last))).containsExactly(new FollowUp.End());
  }

  @Test
  void aDenseNetworkWithoutBranchesEndsAtOnce() {
    TrialPlan bare = plan("c1.1", 20, 4);

    assertThat(Schedule.after(trained(bare, StepRef.BASE))).containsExactly(new FollowUp.End());
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

    assertThat(told.contains(trained(plan, last), new FollowUp.End())).isTrue();
    assertThat(told.contains(trained(plan, StepRef.BASE), new FollowUp.Step(last, UNIFORM)))
        .isFalse();
  }

  @Test
  void anIterativeScheduleGoesOnForAsManyRoundsAsItMayHave() {
    TrialPlan rounds = plan("c1.1", 20, 4, ROUNDS, SCRATCH);

    assertThat(Schedule.after(trained(rounds, StepRef.BASE)))
        .containsExactly(new FollowUp.Step(new StepRef("rounds", 1), ROUNDS));
    assertThat(Schedule.after(trained(rounds, new StepRef("rounds", 2))))
        .containsExactly(new FollowUp.Step(new StepRef("rounds", 3), ROUNDS));
    assertThat(Schedule.after(trained(rounds, new StepRef("rounds", 3))))
        .containsExactly(new FollowUp.End());
  }

  @Test
  void theStructureOfABranchIsTrainedFromScratchAfterItsEnd() {
    TrialPlan rounds = plan("c1.1", 20, 4, ROUNDS, SCRATCH, BLINDED);

    assertThat(Schedule.afterEnd(trained(rounds, new StepRef("rounds", 2))))
        .containsExactly(new FollowUp.Step(new StepRef("scratch", 1), SCRATCH));
    assertThat(Schedule.afterEnd(trained(rounds, new StepRef("blinded", 2)))).isEmpty();
    assertThat(Schedule.afterEnd(trained(rounds, new StepRef("scratch", 1)))).isEmpty();
  }

  @Test
  void aRoundThatTurnedOutToBeTheEndIsNotTakenAgain() {
    TrialPlan rounds = plan("c1.1", 20, 4, ROUNDS, SCRATCH);
    StepRef last = new StepRef("rounds", 2);
    Told told = new Told();
    FollowUp next = new FollowUp.Step(new StepRef("rounds", 3), ROUNDS);
    FollowUp scratch = new FollowUp.Step(new StepRef("scratch", 1), SCRATCH);
    assertThat(told.contains(trained(rounds, last), next)).isFalse();

    told.evolve(
        new ScheduleFinished(rounds, last, QUALITY, EndReason.FLOOR_REACHED, Optional.empty()));

    assertThat(told.contains(trained(rounds, last), next)).isTrue();
    assertThat(told.isLast(trained(rounds, last))).isTrue();
    assertThat(told.contains(trained(rounds, last), scratch)).isFalse();
    assertThat(told.isLast(trained(rounds, new StepRef("rounds", 1)))).isFalse();
  }
}
