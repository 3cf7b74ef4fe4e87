package io.espalier.events;

import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import java.util.Optional;

/** What may arrive on {@code epochs}. */
public sealed interface EpochEvent extends Event {

  /**
   * Metrics of one epoch. Accuracies are shares (0..1), losses mean cross-entropy in nats.
   *
   * @param epoch 1..epochs
   * @param epochs that this training may have; it may end earlier
   * @param trainingLoss mean over the epoch's batches
   * @param learningRate the rate used in this epoch
   * @param samplesPerSecond training samples per second of training time
   * @param structure absent if the structure was fixed
   */
  @WireName("epoch-finished.v1")
  record EpochFinished(
      String campaign,
      String trial,
      int attempt,
      StepRef at,
      int epoch,
      int epochs,
      double trainingLoss,
      double validationLoss,
      double validationAccuracy,
      double learningRate,
      double samplesPerSecond,
      String worker,
      Optional<StructureChange> structure)
      implements EpochEvent {
    public EpochFinished {
      Require.text("campaign", campaign);
      Require.text("trial", trial);
      Require.atLeast("attempt", attempt, 1);
      Require.present("at", at);
      Require.atLeast("epochs", epochs, 1);
      Require.within("epoch", epoch, 1, epochs);
      Require.finiteNonNegative("trainingLoss", trainingLoss);
      Require.finiteNonNegative("validationLoss", validationLoss);
      Require.within("validationAccuracy", validationAccuracy, 0, 1);
      Require.finiteNonNegative("learningRate", learningRate);
      Require.finiteNonNegative("samplesPerSecond", samplesPerSecond);
      Require.text("worker", worker);
      Require.present("structure", structure);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(trial, attempt, at, "epoch-" + epoch);
    }

    @Override
    public String key() {
      return trial;
    }
  }
}
