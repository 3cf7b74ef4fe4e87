package io.espalier.networks.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.StructureChange;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.EpochMetrics;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.EarlyStopping;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.StructureLearning.GradualMagnitude;
import io.espalier.plan.StructureLearning.L1Threshold;
import io.espalier.plan.StructureLearning.RigL;
import io.espalier.plan.StructureLearning.SparseEvolutionary;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnedStructureTest {
  private static final int EPOCHS = 6;
  private static final long TOTAL = 36;
  private static final long KEPT = 11;

  static Stream<StructureLearning> toSeventyPercent() {
    return Stream.of(
        new GradualMagnitude(0.7, 1, 4, 5),
        new SparseEvolutionary(0.7, 0.3),
        new RigL(0.7, 0.3, 4, 0.8));
  }

  static Stream<StructureLearning> all() {
    return Stream.concat(toSeventyPercent(), Stream.of(new L1Threshold(0.03, 0.1)));
  }

  @ParameterizedTest
  @MethodSource("toSeventyPercent")
  void theSparsityAskedForIsReachedToTheWeight(StructureLearning method) {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, run(method), EpochListener.NONE);

      assertThat(network.mask()).hasValueSatisfying(m -> assertThat(m.kept()).isEqualTo(KEPT));
      assertThat(network.evaluate(Small.DATASET).testAccuracy()).isGreaterThan(0.6);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void weightsThatAreNotKeptAreExactlyZero(StructureLearning method) {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, run(method), EpochListener.NONE);

      Checkpoint learned = network.checkpoint();
      Mask mask = network.mask().orElseThrow();
      assertThat(mask.applyTo(learned)).isEqualTo(learned);
      assertThat(mask.kept()).isLessThan(TOTAL);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyEpochReportsWhatCameAndWent(StructureLearning method) {
    List<StructureChange> changes = new ArrayList<>();
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, run(method), reportingTo(changes));

      assertThat(changes).hasSize(EPOCHS);
      assertThat(changes).extracting(StructureChange::total).containsOnly(TOTAL);
      for (int i = 1; i < EPOCHS; i++) {
        StructureChange change = changes.get(i);
        assertThat(changes.get(i - 1).kept() - change.pruned() + change.regrown())
            .isEqualTo(change.kept());
      }
      assertThat(changes.stream().mapToLong(StructureChange::pruned).sum()).isPositive();
      assertThat(network.mask().orElseThrow().kept()).isEqualTo(changes.get(EPOCHS - 1).kept());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedLearnsTheSameStructureAndWeights(StructureLearning method) {
    assertThat(trained(method)).isEqualTo(trained(method));
  }

  @Test
  void evolutionReplacesAsManyAsItCutsInEveryEpochButTheFirst() {
    List<StructureChange> changes = new ArrayList<>();
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, run(new SparseEvolutionary(0.7, 0.3)), reportingTo(changes));
    }

    assertThat(changes.get(0)).isEqualTo(new StructureChange(0, 0, KEPT, TOTAL));
    assertThat(changes.subList(1, EPOCHS)).containsOnly(new StructureChange(3, 3, KEPT, TOTAL));
  }

  @Test
  void aRetrainingHoldsItsMaskWhateverTheStructureLearning() {
    Mask mask = Mask.ones(Small.NETWORK);
    List<StructureChange> changes = new ArrayList<>();
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(
          Small.DATASET,
          Small.retraining(run(new SparseEvolutionary(0.7, 0.3)).options(), mask),
          reportingTo(changes));

      assertThat(network.mask()).contains(mask);
      assertThat(changes).isEmpty();
    }
  }

  @Test
  void earlyStoppingWaitsForTheSparsity() {
    StructureLearning method = new GradualMagnitude(0.7, 1, 4, 5);
    TrainingOptions options =
        Small.adam(
            9,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new EarlyStopping(1, 1)),
            Optional.of(method));
    try (EngineNetwork<FeedForward> network = Small.network()) {
      TrainingOutcome outcome =
          network.train(Small.DATASET, Small.run(options), EpochListener.NONE);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              TrainingOutcome.Completed.class, c -> assertThat(c.epochs()).isEqualTo(5));
      assertThat(network.mask().orElseThrow().kept()).isEqualTo(KEPT);
    }
  }

  @Test
  void whatEvolutionGrewLastIsTrainedWhereverTheTrainingEnds() {
    TrainingOptions options =
        Small.adam(
            9,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new EarlyStopping(2, 1)),
            Optional.of(new SparseEvolutionary(0.7, 0.3)));
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, Small.run(options), EpochListener.NONE);

      Checkpoint trained = network.checkpoint();
      for (LayerMask layer : network.mask().orElseThrow().layers()) {
        float[] weights = trained.tensor(layer.layer()).values();
        assertThat(layer.bits().stream().filter(i -> weights[i] == 0)).isEmpty();
      }
    }
  }

  @Test
  void aMaskCannotBeHeldWhereTheStructureIsLearned() {
    TrainingRun learning = run(new SparseEvolutionary(0.7, 0.3));

    assertThatThrownBy(
            () ->
                new TrainingRun(learning.options(), 1, 1, 0, Optional.of(Mask.ones(Small.NETWORK))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run.mask");
  }

  private static byte[] trained(StructureLearning method) {
    try (EngineNetwork<FeedForward> network = Small.network()) {
      network.train(Small.DATASET, run(method), EpochListener.NONE);
      return network.checkpoint().toBytes();
    }
  }

  private static TrainingRun run(StructureLearning method) {
    return Small.run(
        Small.adam(
            EPOCHS, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(method)));
  }

  private static EpochListener reportingTo(List<StructureChange> changes) {
    return (EpochMetrics metrics) -> {
      metrics.structure().ifPresent(changes::add);
      return Continuation.CONTINUE;
    };
  }
}
