package io.espalier.replay;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.audit.verification.Verified.Work;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.networks.order.EpochReport;
import io.espalier.networks.order.NetworkTraining;
import io.espalier.networks.order.Outcome;
import io.espalier.networks.order.Training;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.networks.trainer.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Does a training again, on the order that it was done on. Thread-safe. */
final class TrainingAgain {
  private static final Set<String> MEASURED = Set.of("seconds", "provenance");
  private static final Set<String> MEASURED_OF_EPOCHS = Set.of("samplesPerSecond", "worker");

  private final ArtifactStore artifacts;
  private final DatasetCatalogue datasets;

  TrainingAgain(ArtifactStore artifacts, DatasetCatalogue datasets) {
    this.artifacts = artifacts;
    this.datasets = datasets;
  }

  Replayed compare(Work<Trained> work) {
    Optional<TrainingOrder> order = work.cause().flatMap(TrainingAgain::order);
    if (order.isEmpty()) {
      return Replayed.skipped(work, "what asked for it is not in the log");
    }
    Map<Integer, EpochReport> epochs = new TreeMap<>();
    Outcome outcome =
        new NetworkTraining(
                new Networks(), new ScratchStore(artifacts), datasets, UnaryOperator.identity())
            .run(
                order.get(),
                new Training.Watcher() {
                  @Override
                  public boolean goesOn() {
                    return true;
                  }

                  @Override
                  public void epochFinished(EpochReport report) {
                    epochs.put(report.epoch(), report);
                  }
                });
    List<String> differences =
        outcome.match(
            finished -> differences(work, finished, epochs),
            failed -> List.of("it fails: " + failed.detail()),
            abandoned -> List.of("it was abandoned"));
    return differences.isEmpty()
        ? Replayed.same(work, "weights identical")
        : Replayed.different(work, differences, Optional.of(work.event().provenance()));
  }

  private static Optional<TrainingOrder> order(Event cause) {
    if (cause instanceof CandidateProposed proposed) {
      return Optional.of(TrainingOrder.dense(proposed.plan()));
    }
    return cause instanceof Pruned pruned
        ? Optional.of(TrainingOrder.after(pruned))
        : Optional.empty();
  }

  private static List<String> differences(
      Work<Trained> work, Outcome.Finished again, Map<Integer, EpochReport> epochs) {
    Trained told = work.event();
    Trained retold =
        new Trained(
            told.plan(),
            told.at(),
            again.checkpoint(),
            again.mask(),
            again.epochs(),
            again.trainingLoss(),
            again.quality(),
            again.seconds(),
            told.provenance(),
            again.snapshots());
    List<String> differences = new ArrayList<>(Differences.of(told, retold, MEASURED));
    for (EpochFinished epoch : work.epochs()) {
      EpochReport report = epochs.get(epoch.epoch());
      if (report != null) {
        Differences.of(epoch, retold(epoch, report), MEASURED_OF_EPOCHS)
            .forEach(d -> differences.add("epoch " + epoch.epoch() + ": " + d));
      }
    }
    return List.copyOf(differences);
  }

  private static EpochFinished retold(EpochFinished told, EpochReport again) {
    return new EpochFinished(
        told.campaign(),
        told.trial(),
        told.attempt(),
        told.at(),
        told.epoch(),
        told.epochs(),
        again.trainingLoss(),
        again.validationLoss(),
        again.validationAccuracy(),
        again.learningRate(),
        again.samplesPerSecond(),
        told.worker(),
        again.structure());
  }
}
