package io.espalier.tracker.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.Event;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.StepReport;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrainingState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Schedules that end early, what steps report, and what was imported. */
class SchedulesInFoldTest {
  private static final TrialPlan PLAN = Schedules.plan();

  @Test
  void trainingsThatAnEarlyEndMadeSuperfluousAreNotNeeded() {
    InMemoryReadModels models =
        after(
            Schedules.launched(),
            Story.trained(PLAN, Schedules.round(1)),
            Schedules.finished(Schedules.round(1), EndReason.FLOOR_REACHED));
    assertThat(row(models, Schedules.round(1)).state).isEqualTo(TrainingState.TRAINED);
    assertThat(row(models, Schedules.round(1)).endReason).isEqualTo(EndReason.FLOOR_REACHED);
    assertThat(row(models, Schedules.round(1)).shrunkLabel).isEqualTo("784-10-10");
    for (int step = 2; step <= 3; step++) {
      assertThat(row(models, Schedules.round(step)).state).isEqualTo(TrainingState.NOT_NEEDED);
      assertThat(row(models, Schedules.round(step)).since).isNotNull();
      assertThat(row(models, Schedules.round(step)).failure).isNull();
    }
    assertThat(row(models, Schedules.scratch()).state).isEqualTo(TrainingState.WAITING);
  }

  @Test
  void aStopLeavesWhatWasNotNeededAsItIs() {
    InMemoryReadModels models =
        after(
            Schedules.launched(),
            Schedules.finished(Schedules.round(1), EndReason.TARGET_REACHED),
            new CampaignStopped(Schedules.CAMPAIGN, 1));
    assertThat(row(models, Schedules.round(2)).state).isEqualTo(TrainingState.NOT_NEEDED);
    assertThat(row(models, Schedules.scratch()).state).isEqualTo(TrainingState.CANCELLED);
  }

  @Test
  void aStructureFromScratchIsCancelledWithTheReasonWhenItsOriginFailed() {
    InMemoryReadModels models = after(Story.pruningFailed(PLAN, Schedules.round(2)));
    Training scratch = row(models, Schedules.scratch());
    assertThat(scratch.state).isEqualTo(TrainingState.CANCELLED);
    assertThat(scratch.failure).isEqualTo(Schedules.ROUNDS + ": step 2 failed");
    assertThat(row(models, Schedules.round(3)).state).isEqualTo(TrainingState.CANCELLED);
  }

  @Test
  void aRoundHasNoTargetUntilItsCutIsKnown() {
    assertThat(row(after(Schedules.launched()), Schedules.round(2)).targetSparsity).isNull();
    assertThat(
            row(
                    after(Schedules.launched(), Schedules.pruned(Schedules.round(2))),
                    Schedules.round(2))
                .targetSparsity)
        .isEqualTo(0.75);
  }

  @Test
  void aStepKeepsEverythingThatItReports() {
    InMemoryReadModels models = after(Schedules.pruned(Schedules.round(1)));
    PruningStep step = (PruningStep) models.told.get(0);
    assertThat(step.maskBeforeSha256).isEqualTo("d".repeat(64));
    assertThat(step.startSha256).isEqualTo("e".repeat(64));
    assertThat(step.machine).isEqualTo("Linux x86_64, Java 17");
    assertThat(List.of(step.lossBefore, step.lossAfterPruning)).containsExactly(0.32, 0.62);
    assertThat(step.validationBefore).isEqualTo(0.92);
    StepReport report = step.report;
    assertThat(report.threshold).isEqualTo(0.25);
    assertThat(report.approximation).isEqualTo("diagonal of the Hessian");
    assertThat(report.samples).isEqualTo(64);
    assertThat(report.histogram.cut()).containsExactly(500L, 0L);
    assertThat(report.units.get(0).dead()).isEqualTo(3);
    assertThat(report.theoreticalSpeedUp()).isEqualTo(2.0);
    assertThat(report.structureBefore).containsEntry("nodes", 10.0);
    assertThat(report.structureAfter).containsEntry("nodes", 7.0);
    assertThat(report.shrunkLabel).isEqualTo("784-7-10");
  }

  @Test
  void aStepThatWasToldBeforeThereWereReportsHasNone() {
    InMemoryReadModels models = after(Story.pruned(Story.plan(1), new StepRef(Story.BLINDED, 1)));
    PruningStep step = (PruningStep) models.told.get(0);
    assertThat(step.report).isNull();
    assertThat(step.maskBeforeSha256).isNull();
    assertThat(step.startSha256).isEqualTo(step.inputSha256);
  }

  @Test
  void aTrainingTellsItsLosses() {
    Training row = row(after(Story.trained(PLAN, StepRef.BASE)), StepRef.BASE);
    assertThat(List.of(row.trainingLoss, row.validationLoss, row.testLoss))
        .containsExactly(0.1, 0.2, 0.2);
  }

  @Test
  void anImportedCampaignKnowsItsArchive() {
    InMemoryReadModels models = new InMemoryReadModels();
    Fold fold = new Fold(models);
    Story.told(List.of(Schedules.launched(), Schedules.pruned(Schedules.round(1))))
        .forEach(t -> fold.apply(t.event(), t.time(), Optional.of("f".repeat(64))));
    fold.finish();
    assertThat(models.campaign(Schedules.CAMPAIGN).archive).isEqualTo("f".repeat(64));
    assertThat(row(models, Schedules.round(1)).state).isEqualTo(TrainingState.QUEUED);
    assertThat(after(Schedules.launched()).campaign(Schedules.CAMPAIGN).archive).isNull();
  }

  private static Training row(InMemoryReadModels models, StepRef at) {
    return models.training(PLAN.trial() + "/1/" + at);
  }

  private static InMemoryReadModels after(Event... events) {
    return InMemoryReadModels.after(events);
  }
}
