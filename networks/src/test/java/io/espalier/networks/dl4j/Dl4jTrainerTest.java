package io.espalier.networks.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.Quality;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.EpochMetrics;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture.FeedForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Dl4jTrainerTest {
  private final Dl4jTrainer trainer = new Dl4jTrainer();

  @Test
  void theLossFallsAndTheDigitsAreLearnt() {
    List<EpochMetrics> epochs = new ArrayList<>();
    try (TrainableNetwork network = trainer.initialised(Training.SMALL, 1)) {
      TrainingOutcome outcome =
          network.train(
              Digits.dataset(),
              Training.run(0.05, 0, 3, Optional.empty()),
              metrics -> {
                epochs.add(metrics);
                return Continuation.CONTINUE;
              });

      Quality quality = network.evaluate(Digits.dataset());
      assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
      assertThat(epochs).extracting(EpochMetrics::epoch).containsExactly(1, 2, 3);
      assertThat(epochs.get(2).trainingLoss()).isLessThan(epochs.get(0).trainingLoss());
      assertThat(quality.testAccuracy()).isGreaterThan(0.9);
      assertThat(quality.validationAccuracy()).isEqualTo(epochs.get(2).validationAccuracy());
      assertThat(quality.validationLoss()).isEqualTo(epochs.get(2).validationLoss());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void prunedWeightsAreExactlyZeroAfterTraining(double momentum) {
    Mask mask = Training.sparse(Training.SMALL);
    try (TrainableNetwork network = trainer.initialised(Training.SMALL, 1)) {
      Checkpoint before = network.checkpoint();
      network.train(
          Digits.few(), Training.run(0.01, momentum, 1, Optional.of(mask)), EpochListener.NONE);

      Checkpoint after = network.checkpoint();
      assertThat(Training.leaks(mask, before)).isGreaterThan(7000);
      assertThat(Training.leaks(mask, after)).isZero();
      assertThat(after).isNotEqualTo(mask.applyTo(before));
    }
  }

  @Test
  void momentumOfAnEarlierTrainingDoesNotLeakIntoPrunedWeights() {
    Mask mask = Training.sparse(Training.SMALL);
    try (TrainableNetwork network = trainer.initialised(Training.SMALL, 1)) {
      network.train(Digits.few(), Training.run(0.01, 0.9, 1, Optional.empty()), EpochListener.NONE);
      network.train(
          Digits.few(), Training.run(0.01, 0.9, 1, Optional.of(mask)), EpochListener.NONE);

      assertThat(Training.leaks(mask, network.checkpoint())).isZero();
    }
  }

  @Test
  void theSameTrainingGivesTheSameBytesAlsoWhenOthersRunBesideIt() throws Exception {
    byte[] alone = trained(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<byte[]> beside = threads.submit(() -> trained(1));
      Future<byte[]> other = threads.submit(() -> trained(2));

      assertThat(beside.get()).isEqualTo(alone);
      assertThat(other.get()).isNotEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anOnesMaskChangesNothing() {
    TrainingRun dense = Training.run(0.01, 0.5, 1, Optional.empty());
    TrainingRun ones =
        new TrainingRun(
            dense.options(), 1, dense.seed(), dense.step(), Optional.of(Mask.ones(Training.SMALL)));

    assertThat(trained(1, ones)).isEqualTo(trained(1, dense));
  }

  @Test
  void anotherStepHasAnotherDataOrder() {
    TrainingRun first = Training.run(0.01, 0, 1, Optional.empty());
    TrainingRun second = new TrainingRun(first.options(), 1, first.seed(), 1, Optional.empty());

    assertThat(trained(1, first)).isNotEqualTo(trained(1, second));
  }

  @Test
  void trainingGoesOnFromACheckpoint() {
    Checkpoint checkpoint = Checkpoint.fromBytes(trained(1));
    try (TrainableNetwork network = trainer.from(Training.SMALL, checkpoint)) {
      assertThat(network.checkpoint()).isEqualTo(checkpoint);
      assertThat(network.evaluate(Digits.few()).testAccuracy()).isGreaterThan(0.5);
    }
  }

  @Test
  void aLearningRateThatIsTooHighIsReportedAsDiverged() {
    FeedForward deep = new FeedForward(List.of(784, 64, 64, 64, 64, 10));
    try (TrainableNetwork network = trainer.initialised(deep, 1)) {
      TrainingOutcome outcome =
          network.train(Digits.few(), Training.run(10, 0, 1, Optional.empty()), EpochListener.NONE);

      assertThat(outcome)
          .isEqualTo(new TrainingOutcome.Diverged(1, "the training loss became NaN in epoch 1"));
    }
  }

  @Test
  void theListenerMayCancel() {
    try (TrainableNetwork network = trainer.initialised(Training.SMALL, 1)) {
      TrainingOutcome outcome =
          network.train(
              Digits.few(),
              Training.run(0.01, 0, 3, Optional.empty()),
              metrics -> Continuation.CANCEL);

      assertThat(outcome).isEqualTo(new TrainingOutcome.Cancelled(1));
    }
  }

  @Test
  void anInterruptCancelsAndStaysSet() {
    try (TrainableNetwork network = trainer.initialised(Training.SMALL, 1)) {
      Thread.currentThread().interrupt();
      TrainingOutcome outcome =
          network.train(
              Digits.few(), Training.run(0.01, 0, 3, Optional.empty()), EpochListener.NONE);

      assertThat(outcome).isEqualTo(new TrainingOutcome.Cancelled(0));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aNetworkThatDoesNotFitTheDatasetIsRefused() {
    try (TrainableNetwork network = trainer.initialised(new FeedForward(List.of(4, 3)), 1)) {
      assertThatThrownBy(() -> network.evaluate(Digits.dataset()))
          .isInstanceOf(UnbuildableNetwork.class)
          .hasMessage(
              "architecture 4-3 takes 4 inputs and tells 3 classes apart, dataset digits-generated has"
                  + " 784 inputs (images 1 x 28 x 28) and 10 classes");
    }
  }

  private byte[] trained(long seed) {
    return trained(seed, Training.run(0.01, 0.5, 1, Optional.empty()));
  }

  private byte[] trained(long seed, TrainingRun run) {
    try (TrainableNetwork network = trainer.initialised(Training.SMALL, seed)) {
      network.train(Digits.few(), run, EpochListener.NONE);
      return network.checkpoint().toBytes();
    }
  }
}
