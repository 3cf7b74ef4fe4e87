package io.espalier.tracker.trials;

import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.CandidateSkipped;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.ScoringEvent;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrainingEvent.TrainingCancelled;
import io.espalier.events.TrainingEvent.TrainingFailed;
import java.time.Instant;

/** What the events of a trial say about its trainings. */
public final class TrialFold {
  private TrialFold() {}

  /** The dense network is work for any worker. */
  public static void proposed(TrialRows rows, CandidateProposed e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    t.queuedAt = time;
  }

  /** The trial will not be trained. */
  public static void skipped(TrialRows rows, CandidateSkipped e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    t.skipped = e.reason();
    t.predictedAccuracy = e.predictedAccuracy();
    t.endedAt = time;
  }

  /** A retraining is work for any worker. */
  public static PruningStep pruned(TrialRows rows, Pruned e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    t.queuedAt = time;
    t.sparsity = e.sparsity();
    t.targetSparsity = e.targetSparsity();
    t.accuracyBefore = e.before().testAccuracy();
    t.accuracyAfterPruning = e.after().testAccuracy();
    return PruningStep.of(e, time);
  }

  /** The retraining that the pruning was for will never be. */
  public static void pruningFailed(TrialRows rows, PruningFailed e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    t.pruningFailure = e.reason() + ": " + e.detail();
    t.pruningFailedAt = time;
  }

  /** Nothing more is pruned on a branch. */
  public static void scheduleFinished(TrialRows rows, ScheduleFinished e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    t.endReason = e.reason();
    t.scheduleEndedAt = time;
    e.shrunk()
        .ifPresent(
            shrunk -> {
              t.shrunkLabel = shrunk.architecture().label();
              t.shrunkSha256 = shrunk.checkpoint().sha256();
            });
  }

  /** The first word about a training's end counts. */
  public static void trained(TrialRows rows, Trained e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    if (ends(t, TrainingState.TRAINED, e.provenance().worker(), time)) {
      t.checkpoint = e.checkpoint().sha256();
      t.finalAccuracy = e.quality().validationAccuracy();
      t.testAccuracy = e.quality().testAccuracy();
      t.trainingLoss = e.trainingLoss();
      t.validationLoss = e.quality().validationLoss();
      t.testLoss = e.quality().testLoss();
      t.seconds = e.seconds();
      t.trainedEpochs = e.epochs();
    }
  }

  /** The first word about a training's end counts. */
  public static void failed(TrialRows rows, TrainingFailed e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    if (ends(t, TrainingState.FAILED, e.provenance().worker(), time)) {
      t.outcomeFailure = e.reason() + ": " + e.detail();
    }
  }

  /** The first word about a training's end counts. */
  public static void cancelled(TrialRows rows, TrainingCancelled e, Instant time) {
    Training t = rows.training(e.plan().attempt(), e.at());
    if (ends(t, TrainingState.CANCELLED, e.provenance().worker(), time)) {
      t.outcomeFailure = e.reason();
    }
  }

  /** What is expected of a training. */
  public static void predicted(TrialRows rows, Score score, Predicted e) {
    rows.training(e.plan().attempt(), e.at()).predictedAccuracy = e.predictedAccuracy();
    score.predicted(e);
  }

  /** How right the expectation was. */
  public static void observed(TrialRows rows, Score score, Observed e) {
    rows.training(e.plan().attempt(), e.at()).predictedAccuracy = e.predictedAccuracy();
    score.observed(e);
  }

  /** The row of the score that belongs to a training. */
  public static String scoreId(ScoringEvent e) {
    return Training.id(e.plan().trial(), e.plan().attempt(), e.at());
  }

  private static boolean ends(Training t, TrainingState outcome, String worker, Instant time) {
    if (t.outcome != null) {
      return false;
    }
    t.outcome = outcome;
    t.outcomeWorker = worker;
    t.endedAt = time;
    return true;
  }
}
