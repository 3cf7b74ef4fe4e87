package io.espalier.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may arrive on {@code trained}: how a training ended. */
public sealed interface TrainingEvent extends Event, TrialEvent {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<Trained, R> trained,
      Function<TrainingFailed, R> failed,
      Function<TrainingCancelled, R> cancelled) {
    if (this instanceof Trained e) {
      return trained.apply(e);
    }
    if (this instanceof TrainingFailed e) {
      return failed.apply(e);
    }
    return cancelled.apply((TrainingCancelled) this);
  }

  /**
   * A network was trained to the end of its epochs, or to where its schedule or early stopping
   * ended it.
   *
   * @param checkpoint the trained weights
   * @param mask the mask that was held while training, or learned by it; absent for a dense network
   * @param epochs that were trained
   * @param trainingLoss mean loss of the last epoch
   * @param quality measured with the final weights
   * @param seconds wall time of this training
   * @param snapshots the weights on the way that {@link TrialPlan#snapshots} asks for, in step 0;
   *     in the retrainings of a branch that rewinds, the weights that it begins with
   */
  @WireName("trained.v1")
  record Trained(
      TrialPlan plan,
      StepRef at,
      ArtifactRef checkpoint,
      Optional<ArtifactRef> mask,
      int epochs,
      double trainingLoss,
      Quality quality,
      double seconds,
      Provenance provenance,
      @JsonProperty(defaultValue = "[]") List<Snapshot> snapshots)
      implements TrainingEvent {
    public Trained {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.present("checkpoint", checkpoint);
      Require.present("mask", mask);
      Require.atLeast("epochs", epochs, 1);
      Require.finiteNonNegative("trainingLoss", trainingLoss);
      Require.present("quality", quality);
      Require.finiteNonNegative("seconds", seconds);
      Require.present("provenance", provenance);
      snapshots = snapshots == null ? List.of() : List.copyOf(snapshots);
    }

    /** The weights of an epoch, if they were kept. */
    public Optional<ArtifactRef> snapshot(int epoch) {
      return snapshots.stream()
          .filter(s -> s.epoch() == epoch)
          .map(Snapshot::checkpoint)
          .findFirst();
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "trained");
    }
  }

  /** Why a training failed. */
  enum FailureReason {
    /** A loss or weight became NaN or infinite. */
    DIVERGED,
    /** The architecture does not fit the dataset or cannot be built. */
    CANNOT_BUILD,
    /** The dataset could not be read. */
    DATASET_UNAVAILABLE,
    /** A checkpoint or mask is absent, altered or does not fit. */
    ARTIFACT_UNREADABLE,
    /** Workers died on it repeatedly. */
    CRASH_LOOP,
    /** Anything else; the detail says what. */
    UNEXPECTED
  }

  /** A training ended without a usable network; its branch ends here. */
  @WireName("training-failed.v1")
  record TrainingFailed(
      TrialPlan plan, StepRef at, FailureReason reason, String detail, Provenance provenance)
      implements TrainingEvent {
    public TrainingFailed {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.present("reason", reason);
      Require.text("detail", detail);
      Require.present("provenance", provenance);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "training-failed");
    }
  }

  /** A training was given up because its campaign was stopped or its attempt superseded. */
  @WireName("training-cancelled.v1")
  record TrainingCancelled(TrialPlan plan, StepRef at, String reason, Provenance provenance)
      implements TrainingEvent {
    public TrainingCancelled {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.text("reason", reason);
      Require.present("provenance", provenance);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "training-cancelled");
    }
  }
}
