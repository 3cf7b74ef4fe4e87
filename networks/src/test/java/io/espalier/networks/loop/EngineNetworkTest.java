package io.espalier.networks.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.VectorSamples;
import io.espalier.events.Quality;
import io.espalier.networks.feedforward.FeedForwardBuilder;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.EpochMetrics;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.EarlyStopping;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.LearningRateSchedule.Plateau;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineNetworkTest {
  private static final TrainingOptions PLAIN = TrainingOptions.sgd(0.2, 0, Small.BATCH, 3);
  private static final TrainingOptions ADAM = adam(3, Optional.of(0.2));

  @Test
  void theLossFallsAndEveryEpochIsReported() {
    List<EpochMetrics> epochs = new ArrayList<>();
    try (EngineNetwork<FeedForward> network = Small.network()) {
      TrainingOutcome outcome = network.train(Small.DATASET, Small.run(PLAIN), collecting(epochs));

      Quality quality = network.evaluate(Small.DATASET);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              TrainingOutcome.Completed.class,
              completed -> {
                assertThat(completed.epochs()).isEqualTo(3);
                assertThat(completed.trainingLoss()).isEqualTo(epochs.get(2).trainingLoss());
              });
      assertThat(epochs).extracting(EpochMetrics::epoch).containsExactly(1, 2, 3);
      assertThat(epochs).extracting(EpochMetrics::structure).containsOnly(Optional.empty());
      assertThat(epochs.get(2).trainingLoss()).isLessThan(epochs.get(0).trainingLoss());
      assertThat(quality.testAccuracy()).isGreaterThan(0.8);
      assertThat(quality.validationAccuracy()).isEqualTo(epochs.get(2).validationAccuracy());
      assertThat(quality.validationLoss()).isEqualTo(epochs.get(2).validationLoss());
      assertThat(network.mask()).isEmpty();
    }
  }

  @Test
  void theSameTrainingGivesTheSameBytesAlsoWhenOthersRunBesideIt() throws Exception {
    byte[] alone = trained(Small.run(ADAM));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<byte[]> beside = threads.submit(() -> trained(Small.run(ADAM)));
      Future<byte[]> other = threads.submit(() -> trained(Small.run(PLAIN)));

      assertThat(beside.get()).isEqualTo(alone);
      assertThat(other.get()).isNotEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void prunedWeightsAreExactlyZeroAfterTraining(double momentum) {
    Mask mask = everyThird();
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, Small.run(PLAIN), EpochListener.NONE);
      Checkpoint before = network.checkpoint();
      network.train(
          Small.DATASET,
          Small.retraining(TrainingOptions.sgd(0.2, momentum, Small.BATCH, 2), mask),
          EpochListener.NONE);

      Checkpoint after = network.checkpoint();
      assertThat(mask.applyTo(after)).isEqualTo(after);
      assertThat(after).isNotEqualTo(mask.applyTo(before));
      assertThat(network.mask()).contains(mask);
    }
  }

  @Test
  void anOnesMaskChangesNothing() {
    TrainingRun dense = new TrainingRun(ADAM, 2, 5, 1, Optional.empty());

    assertThat(trained(Small.retraining(adam(2, Optional.of(0.2)), Mask.ones(Small.NETWORK))))
        .isEqualTo(trained(dense));
  }

  @Test
  void dropoutDropsOthersInEveryBatchButTheSameWhenRepeated() {
    assertThat(trained(Small.run(adam(1, Optional.of(0.5)))))
        .isEqualTo(trained(Small.run(adam(1, Optional.of(0.5)))))
        .isNotEqualTo(trained(Small.run(adam(1, Optional.empty()))));
  }

  @Test
  void earlyStoppingCompletesWithFewerEpochsAlsoInARetraining() {
    EarlyStopping never = new EarlyStopping(2, 1);
    TrainingOptions options =
        Small.adam(9, Optional.empty(), Optional.empty(), Optional.of(never), Optional.empty());

    assertThat(epochsTrained(Small.run(options))).isEqualTo(3);
    assertThat(epochsTrained(Small.retraining(options, everyThird()))).isEqualTo(3);
  }

  @Test
  void aPlateauLowersTheRateAndCompletesTheTraining() {
    LearningRateSchedule always = new Plateau(1, 0.1, Optional.empty(), 2e-4);
    List<EpochMetrics> epochs = new ArrayList<>();
    TrainingOptions options =
        Small.adam(9, Optional.empty(), Optional.of(always), Optional.empty(), Optional.empty());
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, Small.run(options), collecting(epochs));
    }

    assertThat(epochs).extracting(EpochMetrics::learningRate).containsExactly(0.02, 0.02, 0.002);
    assertThat(epochs).extracting(EpochMetrics::epochs).containsOnly(9);
  }

  @Test
  void aLearningRateThatIsTooHighIsReportedAsDiverged() {
    TrainingOptions wild =
        new TrainingOptions(
            10,
            0.999,
            200,
            400,
            Optimizer.SGD,
            Optional.of(1e4),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (EngineNetwork<FeedForward> network = Small.network()) {
      assertThat(network.train(Small.DATASET, Small.run(wild), EpochListener.NONE))
          .isInstanceOfSatisfying(
              TrainingOutcome.Diverged.class,
              diverged -> assertThat(diverged.detail()).contains("became", "in epoch"));
    }
  }

  @Test
  void theListenerMayCancel() {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      assertThat(network.train(Small.DATASET, Small.run(PLAIN), metrics -> Continuation.CANCEL))
          .isEqualTo(new TrainingOutcome.Cancelled(1));
    }
  }

  @Test
  void anInterruptCancelsAndStaysSet() {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      Thread.currentThread().interrupt();
      TrainingOutcome outcome = network.train(Small.DATASET, Small.run(PLAIN), EpochListener.NONE);

      assertThat(outcome).isEqualTo(new TrainingOutcome.Cancelled(0));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    FeedForward other = new FeedForward(List.of(4, 3));
    Checkpoint weights = InitialWeights.checkpoint(other, 1);
    try (EngineNetwork<FeedForward> network =
            new EngineNetwork<>(SoftmaxModel::new, other, weights);
        EngineNetwork<FeedForward> fitting = Small.network()) {
      assertThatThrownBy(() -> network.evaluate(Small.DATASET))
          .isInstanceOf(UnbuildableNetwork.class)
          .hasMessageContaining("4 inputs");
      assertThatThrownBy(
              () ->
                  fitting.train(
                      Small.DATASET, Small.retraining(PLAIN, Mask.ones(other)), EpochListener.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("layer0.weight=[3, 4]");
    }
    assertThatThrownBy(() -> new EngineNetwork<>(SoftmaxModel::new, Small.NETWORK, weights))
        .isInstanceOf(ArtifactUnreadable.class);
  }

  @Test
  void aBatchWhoseActivationsMemoryCannotHoldIsRefused() {
    FeedForward wide = new FeedForward(List.of(Small.INPUTS, 400_000, 3));
    Dataset many =
        new Dataset(
            Small.DATASET.shape(),
            VectorSamples.of(Collections.nCopies(10_000, new float[Small.INPUTS]), new int[10_000]),
            Small.DATASET.validation(),
            Small.DATASET.test());
    try (EngineNetwork<FeedForward> network =
        new EngineNetwork<>(new FeedForwardBuilder(), wide, InitialWeights.checkpoint(wide, 1))) {
      assertThatThrownBy(
              () ->
                  network.train(
                      many, Small.run(TrainingOptions.sgd(0.1, 0, 10_000, 1)), EpochListener.NONE))
          .isInstanceOf(UnbuildableNetwork.class)
          .hasMessageContaining("batches of 10000");
    }
  }

  private static TrainingOptions adam(int epochs, Optional<Double> dropout) {
    return Small.adam(epochs, dropout, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static int epochsTrained(TrainingRun run) {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      return ((TrainingOutcome.Completed) network.train(Small.DATASET, run, EpochListener.NONE))
          .epochs();
    }
  }

  private static byte[] trained(TrainingRun run) {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, run, EpochListener.NONE);
      return network.checkpoint().toBytes();
    }
  }

  private static EpochListener collecting(List<EpochMetrics> epochs) {
    return metrics -> {
      epochs.add(metrics);
      return Continuation.CONTINUE;
    };
  }

  private static Mask everyThird() {
    LayerMask layer = Mask.ones(Small.NETWORK).layers().get(0);
    BitSet kept = new BitSet();
    for (int i = 0; i < layer.total(); i += 3) {
      kept.set(i);
    }
    return new Mask(List.of(new LayerMask(layer.layer(), layer.shape(), kept)));
  }
}
