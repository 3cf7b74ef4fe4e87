package io.espalier.networks.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.Snapshot;
import io.espalier.networks.order.TrainingOrder.Retraining;
import io.espalier.networks.trainer.Networks;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.StartFrom;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrainingTest {
  private static final FeedForward NETWORK = new FeedForward(List.of(784, 6, 10));

  @TempDir Path data;
  private DirectoryArtifactStore store;
  private Training training;

  @BeforeEach
  void open() {
    store = new DirectoryArtifactStore(data.resolve("artifacts"));
    training =
        new NetworkTraining(
            new Networks(),
            store,
            new DatasetCatalogue(data.resolve("datasets")),
            dataset -> dataset.first(400, 100, 100));
  }

  @Test
  void theDenseTrainingKeepsTheWeightsThatBranchesGoBackTo() {
    TrialPlan plan = plan(3, rewinding("lottery", 2), rewinding("ticket", 0));

    Outcome.Finished finished = finished(TrainingOrder.dense(plan));

    assertThat(finished.snapshots()).extracting(Snapshot::epoch).containsExactly(0, 2);
    assertThat(checkpoint(finished.snapshots().get(0)))
        .isEqualTo(InitialWeights.checkpoint(NETWORK, plan.seed()));
    assertThat(finished.snapshots().get(1).checkpoint())
        .isEqualTo(finished(TrainingOrder.dense(plan(2))).checkpoint());
  }

  @Test
  void keepingWeightsChangesNothingInTheTraining() {
    assertThat(finished(TrainingOrder.dense(plan(2, rewinding("ticket", 1)))).checkpoint())
        .isEqualTo(finished(TrainingOrder.dense(plan(2))).checkpoint());
  }

  @Test
  void aTrainingWithoutSuchBranchesKeepsNothingOnTheWay() {
    assertThat(finished(TrainingOrder.dense(plan(1))).snapshots()).isEmpty();
  }

  @Test
  void aRetrainingThatBeganWithRewoundWeightsHandsThemOn() {
    TrialPlan plan = plan(2, rewinding("lottery", 1));
    ArtifactRef rewound = finished(TrainingOrder.dense(plan)).snapshots().get(0).checkpoint();

    Outcome.Finished finished = finished(retraining(plan, "lottery", 1, rewound));

    assertThat(finished.snapshots()).containsExactly(new Snapshot(1, rewound));
    assertThat(finished.checkpoint()).isNotEqualTo(rewound);
  }

  @Test
  void aRetrainingOfVariableLengthEndsAfterTheFirstEpochThatGainsTooLittle() {
    TrialPlan plan = plan(1, variable("impatient", 1), variable("content", 0));
    ArtifactRef weights = store.put(InitialWeights.checkpoint(NETWORK, 1).toBytes(NETWORK));

    assertThat(finished(retraining(plan, "impatient", 5, weights)).epochs()).isEqualTo(2);
    assertThat(finished(retraining(plan, "impatient", 1, weights)).epochs()).isEqualTo(1);
    assertThat(finished(retraining(plan, "content", 3, weights)).epochs()).isBetween(2, 3);
    assertThat(finished(TrainingOrder.dense(plan(4, variable("impatient", 1)))).epochs())
        .isEqualTo(4);
  }

  private TrainingOrder retraining(TrialPlan plan, String branch, int epochs, ArtifactRef weights) {
    ArtifactRef mask = store.put(Mask.ones(NETWORK).toBytes());
    return new TrainingOrder(
        plan, new StepRef(branch, 1), epochs, Optional.of(new Retraining(weights, mask)));
  }

  private Outcome.Finished finished(TrainingOrder order) {
    return (Outcome.Finished)
        training.run(
            order,
            new Training.Watcher() {
              @Override
              public boolean goesOn() {
                return true;
              }

              @Override
              public void epochFinished(EpochReport report) {
                assertThat(report.epoch()).isLessThanOrEqualTo(order.epochs());
              }
            });
  }

  private Checkpoint checkpoint(Snapshot snapshot) {
    return Checkpoint.fromBytes(store.read(snapshot.checkpoint()));
  }

  private static TrialPlan plan(int epochs, BranchPlan... branches) {
    return new TrialPlan(
        "c",
        "c.1",
        1,
        NETWORK,
        "digits-generated",
        7,
        TrainingOptions.sgd(0.05, 0, 32, epochs),
        List.of(branches));
  }

  private static BranchPlan rewinding(String name, int epoch) {
    return branch(name, Optional.of(new StartFrom.Rewound(epoch)), Optional.empty());
  }

  private static BranchPlan variable(String name, double leastGain) {
    return branch(name, Optional.empty(), Optional.of(leastGain));
  }

  private static BranchPlan branch(
      String name, Optional<StartFrom> start, Optional<Double> leastGain) {
    PruningOptions options =
        new PruningOptions(
            Granularity.WEIGHTS, List.of(), false, start, Optional.empty(), leastGain);
    return new BranchPlan(
        name,
        Criterion.MAGNITUDE_CLASS_BLINDED,
        List.of(0.5),
        5,
        Optional.empty(),
        Optional.empty(),
        options,
        Optional.empty());
  }
}
