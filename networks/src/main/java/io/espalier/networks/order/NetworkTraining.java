package io.espalier.networks.order;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.campaign.DatasetShape;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Snapshot;
import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.networks.order.TrainingOrder.Retraining;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.EpochMetrics;
import io.espalier.networks.training.Fit;
import io.espalier.networks.training.NetworkTrainer;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Trains with the networks of this project, reads and stores checkpoints in the artifact store. */
public final class NetworkTraining implements Training {
  private final NetworkTrainer trainer;
  private final ArtifactStore artifacts;
  private final DatasetCatalogue datasets;
  private final UnaryOperator<Dataset> part;

  /**
   * @param part what of a dataset is used
   */
  public NetworkTraining(
      NetworkTrainer trainer,
      ArtifactStore artifacts,
      DatasetCatalogue datasets,
      UnaryOperator<Dataset> part) {
    this.trainer = trainer;
    this.artifacts = artifacts;
    this.datasets = datasets;
    this.part = part;
  }

  @Override
  public String device() {
    return trainer.device();
  }

  @Override
  public Outcome run(TrainingOrder order, Watcher watcher) {
    TrialPlan plan = order.plan();
    Map<String, DatasetShape> known = datasets.shapes();
    DatasetShape shape = known.get(plan.dataset());
    if (shape == null) {
      return new Outcome.Failed(
          FailureReason.DATASET_UNAVAILABLE,
          "dataset is '" + plan.dataset() + "', allowed: " + known.keySet());
    }
    Optional<String> mismatch = Fit.mismatch(plan.architecture(), shape);
    if (mismatch.isPresent()) {
      return new Outcome.Failed(FailureReason.CANNOT_BUILD, mismatch.get());
    }
    try {
      return train(order, watcher);
    } catch (UnbuildableNetwork e) {
      return new Outcome.Failed(FailureReason.CANNOT_BUILD, e.getMessage());
    } catch (DatasetUnavailable e) {
      return new Outcome.Failed(FailureReason.DATASET_UNAVAILABLE, e.getMessage());
    } catch (ArtifactUnreadable e) {
      return new Outcome.Failed(FailureReason.ARTIFACT_UNREADABLE, e.getMessage());
    }
  }

  private Outcome train(TrainingOrder order, Watcher watcher) {
    TrialPlan plan = order.plan();
    Optional<Mask> mask =
        order
            .retraining()
            .map(Retraining::mask)
            .map(artifacts::read)
            .map(bytes -> Mask.fromBytes(bytes, plan.architecture()));
    Dataset dataset = part.apply(datasets.load(plan.dataset()));
    TrainingRun run =
        new TrainingRun(
            plan.training(),
            order.epochs(),
            plan.seed(),
            order.at().step(),
            mask,
            order.leastGain());
    try (TrainableNetwork network = network(order)) {
      Snapshots snapshots = new Snapshots(order, network, artifacts);
      snapshots.after(0);
      TrainingOutcome outcome =
          network.train(
              dataset,
              run,
              epoch -> {
                snapshots.after(epoch.epoch());
                watcher.epochFinished(report(epoch));
                return watcher.goesOn() ? Continuation.CONTINUE : Continuation.CANCEL;
              });
      return outcome.match(
          completed -> finished(completed, order, network, dataset, snapshots.kept()),
          diverged -> new Outcome.Failed(FailureReason.DIVERGED, diverged.detail()),
          cancelled -> new Outcome.Abandoned());
    }
  }

  private TrainableNetwork network(TrainingOrder order) {
    TrialPlan plan = order.plan();
    return order
        .retraining()
        .map(Retraining::checkpoint)
        .map(artifacts::read)
        .map(bytes -> trainer.from(plan.architecture(), Checkpoint.fromBytes(bytes)))
        .orElseGet(() -> trainer.initialised(plan.architecture(), plan.seed()));
  }

  private Outcome finished(
      TrainingOutcome.Completed completed,
      TrainingOrder order,
      TrainableNetwork network,
      Dataset dataset,
      List<Snapshot> snapshots) {
    ArtifactRef checkpoint =
        artifacts.put(network.checkpoint().toBytes(order.plan().architecture()));
    return new Outcome.Finished(
        checkpoint,
        order.retraining().map(Retraining::mask).or(() -> learned(network)),
        completed.epochs(),
        completed.trainingLoss(),
        network.evaluate(dataset),
        completed.seconds(),
        snapshots);
  }

  private Optional<ArtifactRef> learned(TrainableNetwork network) {
    return network.mask().map(mask -> artifacts.put(mask.toBytes()));
  }

  private static EpochReport report(EpochMetrics epoch) {
    return new EpochReport(
        epoch.epoch(),
        epoch.trainingLoss(),
        epoch.validationLoss(),
        epoch.validationAccuracy(),
        epoch.learningRate(),
        epoch.samplesPerSecond(),
        epoch.structure());
  }
}
