package io.espalier.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.verification.Verified.Work;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrialEvent;
import io.espalier.networks.order.EpochReport;
import io.espalier.networks.order.NetworkTraining;
import io.espalier.networks.order.Outcome;
import io.espalier.networks.order.Training;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.networks.trainer.Networks;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.schedule.Schedule;
import io.espalier.pruning.step.DatasetEvaluation;
import io.espalier.pruning.step.PruningStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is really trained and pruned with the services' classes, then again. */
class ReplayTest {
  private static final Provenance ELSEWHERE = new Provenance("w", "0.0.1", "cpu", 1, "Plan 9");
  private static final TrialPlan PLAN =
      new TrialPlan(
          "c",
          "c.1",
          1,
          new FeedForward(List.of(10, 8, 10)),
          "function-approximation",
          7,
          TrainingOptions.sgd(0.05, 0, 256, 2),
          Stream.of(
                  "magnitude-class-blinded",
                  "random-class-uniform",
                  "optimal-brain-damage-class-blinded",
                  "optimal-brain-surgeon-class-uniform")
              .map(m -> new BranchPlan(m, PruningMethod.named(m), List.of(0.5), 1))
              .toList());

  private static DirectoryArtifactStore store;
  private static DatasetCatalogue datasets;
  private static final List<EpochFinished> EPOCHS = new ArrayList<>();
  private static Trained dense;
  private static List<PruningEvent> prunings;

  @BeforeAll
  static void trainAndPrune(@TempDir Path directory) {
    store = new DirectoryArtifactStore(directory.resolve("artifacts"));
    datasets = new DatasetCatalogue(directory.resolve("datasets"));
    Training.Watcher watcher =
        new Training.Watcher() {
          @Override
          public boolean goesOn() {
            return true;
          }

          @Override
          public void epochFinished(EpochReport report) {
            EPOCHS.add(told(report));
          }
        };
    Outcome.Finished finished =
        (Outcome.Finished)
            new NetworkTraining(new Networks(), store, datasets, UnaryOperator.identity())
                .run(TrainingOrder.dense(PLAN), watcher);
    dense =
        new Trained(
            PLAN,
            StepRef.BASE,
            finished.checkpoint(),
            finished.mask(),
            finished.epochs(),
            finished.trainingLoss(),
            finished.quality(),
            finished.seconds(),
            ELSEWHERE,
            finished.snapshots());
    PruningStep step =
        new PruningStep(
            store, Saliencies.builtIn(), new DatasetEvaluation(datasets, Networks::new), ELSEWHERE);
    prunings = Schedule.after(dense).stream().map(next -> step.run(dense, next)).toList();
  }

  @Test
  void everyMethodGivesTheSameBitsAndNumbersAgain() {
    PruningAgain again = new PruningAgain(store, datasets, Saliencies.builtIn());

    assertThat(prunings).hasSize(4).allMatch(Pruned.class::isInstance);
    assertThat(prunings)
        .map(told -> again.compare(work(told, dense)))
        .allMatch(replayed -> replayed.problem().isEmpty())
        .allMatch(replayed -> replayed.same().equals(Optional.of("mask identical")));
  }

  @Test
  void aMaskThatTheStepDoesNotGiveIsToldBitByBitWithAPossibleReason() {
    Pruned told = (Pruned) prunings.get(0);
    Pruned other = (Pruned) prunings.get(1);
    Pruned swapped =
        new Pruned(
            told.plan(),
            told.at(),
            told.method(),
            told.targetSparsity(),
            told.layers(),
            told.kept(),
            told.total(),
            told.input(),
            other.mask(),
            told.before(),
            told.after(),
            told.retrainEpochs(),
            told.seconds(),
            told.provenance(),
            told.maskBefore(),
            told.start(),
            told.report());

    Replayed replayed =
        new PruningAgain(store, datasets, Saliencies.builtIn()).compare(work(swapped, dense));

    assertThat(replayed.problem().orElseThrow().at()).isEqualTo("topic[0]@0");
    assertThat(replayed.problem().orElseThrow().what())
        .startsWith("c.1/1/magnitude-class-blinded/1/pruned: computed again it is different")
        .containsPattern("the mask differs in [1-9]\\d* of 160 weights")
        .contains("it was told by version 0.0.1 on Plan 9")
        .contains("which may be the reason");
  }

  @Test
  void aTrainingGivesTheSameWeightsAgainAndAnAlteredEpochIsFound() {
    TrainingAgain again = new TrainingAgain(store, datasets);
    CandidateProposed proposed = new CandidateProposed(PLAN);

    assertThat(again.compare(new Work<>(0, "topic[0]@0", dense, Optional.of(proposed), EPOCHS)))
        .isEqualTo(Replayed.same(work(dense, proposed), "weights identical"));
    EpochFinished first = EPOCHS.get(0);
    EpochFinished better =
        new EpochFinished(
            first.campaign(),
            first.trial(),
            first.attempt(),
            first.at(),
            first.epoch(),
            first.epochs(),
            first.trainingLoss(),
            first.validationLoss(),
            0.999,
            first.learningRate(),
            first.samplesPerSecond(),
            first.worker(),
            first.structure());
    Replayed altered =
        again.compare(new Work<>(0, "topic[0]@0", dense, Optional.of(proposed), List.of(better)));
    assertThat(altered.problem().orElseThrow().what())
        .contains("epoch 1: validationAccuracy")
        .contains("instead of 0.999");
  }

  @Test
  void aStepWhoseOriginIsLostIsSaidToBeLeftOut() {
    Replayed replayed =
        new PruningAgain(store, datasets, Saliencies.builtIn())
            .compare(new Work<>(0, "topic[0]@0", prunings.get(0), Optional.empty(), List.of()));

    assertThat(replayed.problem()).isEmpty();
    assertThat(replayed.note().orElseThrow()).contains("was not computed again");
  }

  @Test
  void aStepWhoseDataAreAwayIsNoAccusation(@TempDir Path empty) {
    Replayed replayed =
        new PruningAgain(new DirectoryArtifactStore(empty), datasets, Saliencies.builtIn())
            .compare(work(prunings.get(0), dense));

    assertThat(replayed.isSkipped()).isTrue();
    assertThat(replayed.note().orElseThrow())
        .contains("was not computed again: now it failed, ARTIFACT_UNREADABLE: ")
        .doesNotContain("TrialPlan");
  }

  @Test
  void anErrorInOneStepIsAProblemWhereItStands() {
    Replayed replayed =
        Replay.one(
            work(prunings.get(0), dense),
            work -> {
              throw new IllegalStateException("a bug");
            });

    assertThat(replayed.problem().orElseThrow().at()).isEqualTo("topic[0]@0");
    assertThat(replayed.problem().orElseThrow().what())
        .contains("computing it again failed: java.lang.IllegalStateException: a bug");
  }

  private static <E extends TrialEvent> Work<E> work(E told, Event cause) {
    return new Work<>(0, "topic[0]@0", told, Optional.of(cause), List.of());
  }

  private static EpochFinished told(EpochReport report) {
    return new EpochFinished(
        "c",
        "c.1",
        1,
        StepRef.BASE,
        report.epoch(),
        2,
        report.trainingLoss(),
        report.validationLoss(),
        report.validationAccuracy(),
        report.learningRate(),
        report.samplesPerSecond(),
        "w",
        report.structure());
  }
}
