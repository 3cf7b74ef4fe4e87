package io.espalier.tracker.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateSkipped;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrainingState;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingStatesTest {
  private static final TrialPlan PLAN = Story.plan(1);
  private static final StepRef FIRST = new StepRef(Story.BLINDED, 1);
  private static final StepRef SECOND = new StepRef(Story.BLINDED, 2);
  private static final StepRef CONTROL = new StepRef(Story.CONTROL, 1);

  @Test
  void aLaunchMakesEveryTrainingWait() {
    InMemoryReadModels models = after(Story.launched());
    assertThat(models.trials).hasSize(2);
    assertThat(models.trial(PLAN.trial(), PLAN.campaign()).trainings())
        .hasSize(4)
        .allMatch(t -> t.state == TrainingState.WAITING && t.current);
  }

  @Test
  void aProposedNetworkIsQueued() {
    assertThat(row(1, StepRef.BASE, Story.proposed(PLAN)).state).isEqualTo(TrainingState.QUEUED);
  }

  @Test
  void aBusyWorkerTrains() {
    Training row = row(1, StepRef.BASE, Story.busy("w1", 1, PLAN, StepRef.BASE));
    assertThat(row.state).isEqualTo(TrainingState.TRAINING);
    assertThat(row.worker).isEqualTo("w1");
  }

  @Test
  void aTrainingThatAnotherWorkerTakesOverStaysTraining() {
    Training row =
        row(
            1,
            StepRef.BASE,
            Story.busy("w9", 1, PLAN, StepRef.BASE),
            Story.busy("w1", 1, PLAN, StepRef.BASE));
    assertThat(row.state).isEqualTo(TrainingState.TRAINING);
    assertThat(row.worker).isEqualTo("w1");
  }

  @Test
  void whatIsTrainedIsNeverQueuedAgain() {
    Training row = row(1, StepRef.BASE, Story.trained(PLAN, StepRef.BASE), Story.proposed(PLAN));
    assertThat(row.state).isEqualTo(TrainingState.TRAINED);
    assertThat(row.epochs).isEqualTo(3);
  }

  @Test
  void aTrainingThatStoppedEarlyTellsPlannedAndTrainedEpochs() {
    Training row = row(1, StepRef.BASE, Story.trained(PLAN, StepRef.BASE, 2));
    assertThat(row.epochs).isEqualTo(3);
    assertThat(row.trainedEpochs).isEqualTo(2);
    assertThat(row(1, CONTROL, Story.proposed(PLAN)).trainedEpochs).isNull();
  }

  @Test
  void aStructureThatIsLearnedShowsInTheSparsityWhateverComesFirst() {
    Event earlier = Story.epoch(PLAN, StepRef.BASE, 1, 3);
    Event later = Story.epoch(PLAN, StepRef.BASE, 2, 3);

    assertThat(row(1, StepRef.BASE, Story.proposed(PLAN)).sparsity).isZero();
    assertThat(row(1, StepRef.BASE, earlier, later).sparsity).isEqualTo(1 - 998 / 1000.0);
    assertThat(row(1, StepRef.BASE, later, earlier, Story.proposed(PLAN)).sparsity)
        .isEqualTo(1 - 998 / 1000.0);
  }

  @Test
  void ofTwoEndsTheFirstCounts() {
    Training row =
        row(1, StepRef.BASE, Story.trained(PLAN, StepRef.BASE), Story.failed(PLAN, StepRef.BASE));
    assertThat(row.state).isEqualTo(TrainingState.TRAINED);
    assertThat(row.failure).isNull();
  }

  @Test
  void aFailedPruningFailsTheRetrainingItWasForAndCancelsTheNext() {
    InMemoryReadModels models = after(Story.pruningFailed(PLAN, FIRST));
    assertThat(training(models, 1, FIRST).state).isEqualTo(TrainingState.FAILED);
    assertThat(training(models, 1, FIRST).failure).isEqualTo("AMOUNT_IMPOSSIBLE: cuts nothing");
    assertThat(training(models, 1, SECOND).state).isEqualTo(TrainingState.CANCELLED);
    assertThat(training(models, 1, SECOND).failure).isEqualTo("step 1 failed");
    assertThat(training(models, 1, CONTROL).state).isEqualTo(TrainingState.WAITING);
  }

  @Test
  void aFailedDenseNetworkCancelsItsBranches() {
    InMemoryReadModels models = after(Story.failed(PLAN, StepRef.BASE));
    assertThat(training(models, 1, StepRef.BASE).failure).isEqualTo("DIVERGED: loss is NaN");
    for (StepRef at : List.of(FIRST, SECOND, CONTROL)) {
      assertThat(training(models, 1, at).state).isEqualTo(TrainingState.CANCELLED);
      assertThat(training(models, 1, at).failure).isEqualTo("its dense network failed");
    }
  }

  @Test
  void aSkippedCandidateIsCancelledWithItsReason() {
    InMemoryReadModels models = after(new CandidateSkipped(PLAN, "too small", 0.4));
    assertThat(training(models, 1, CONTROL).state).isEqualTo(TrainingState.CANCELLED);
    assertThat(training(models, 1, CONTROL).failure).isEqualTo("skipped: too small");
  }

  @Test
  void aRetryStartsFromTheBeginning() {
    InMemoryReadModels models =
        after(
            Story.launched(),
            Story.failed(PLAN, StepRef.BASE),
            new TrialRetried(Story.CAMPAIGN, PLAN.trial(), 2));
    assertThat(training(models, 1, StepRef.BASE).current).isFalse();
    assertThat(training(models, 2, StepRef.BASE).current).isTrue();
    assertThat(training(models, 2, SECOND).state).isEqualTo(TrainingState.WAITING);
  }

  @Test
  void aStopCancelsWhatNoWorkerHasBegun() {
    InMemoryReadModels models =
        after(
            Story.launched(),
            Story.busy("w1", 1, PLAN, StepRef.BASE),
            new CampaignStopped(Story.CAMPAIGN, 1));
    assertThat(training(models, 1, StepRef.BASE).state).isEqualTo(TrainingState.TRAINING);
    assertThat(training(models, 1, CONTROL).state).isEqualTo(TrainingState.CANCELLED);
    assertThat(training(models, 1, CONTROL).failure).isEqualTo("the campaign was stopped");
  }

  @Test
  void aFoldSaysWhichRowsItChanged() {
    Fold fold = new Fold(new InMemoryReadModels());
    Story.told(List.of(Story.launched())).forEach(t -> fold.apply(t.event(), t.time()));
    assertThat(fold.finish().trainings().get(Story.CAMPAIGN)).hasSize(8);
  }

  private static Training row(int attempt, StepRef at, Event... events) {
    return training(after(events), attempt, at);
  }

  private static Training training(InMemoryReadModels models, int attempt, StepRef at) {
    return models.training(PLAN.trial() + "/" + attempt + "/" + at);
  }

  private static InMemoryReadModels after(Event... events) {
    return InMemoryReadModels.after(events);
  }
}
