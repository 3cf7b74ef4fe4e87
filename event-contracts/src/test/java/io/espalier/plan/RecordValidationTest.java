package io.espalier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.campaign.SampleShape;
import io.espalier.events.EpochEvent;
import io.espalier.events.LayerPruning;
import io.espalier.events.Quality;
import io.espalier.events.ScoringEvent;
import io.espalier.events.WorkerEvent;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.samples.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordValidationTest {
  static Stream<Arguments> wrong() {
    return Map.<String, ThrowingCallable>ofEntries(
            Map.entry("artifact.sha256", () -> new ArtifactRef("A".repeat(64), 1)),
            Map.entry("artifact.bytes", () -> new ArtifactRef("a".repeat(64), 0)),
            Map.entry("architecture.widths", () -> new Architecture.FeedForward(List.of(784))),
            Map.entry("architecture.widths[1]", () -> new Architecture.FeedForward(List.of(2, 0))),
            Map.entry("branch.name", () -> branch(" ", 0.5)),
            Map.entry("branch.sparsities[0]", () -> branch("b", 1.01)),
            Map.entry("branch.sparsities", () -> branch("b", 0.5, 0.5)),
            Map.entry("at.step", () -> new StepRef("dense", 1)),
            Map.entry("training.learningRate", () -> TrainingOptions.sgd(0, 0, 1, 1)),
            Map.entry("training.momentum", () -> TrainingOptions.sgd(0.1, 1, 1, 1)),
            Map.entry("training.batchSize", () -> TrainingOptions.sgd(0.1, 0, 0, 1)),
            Map.entry("training.epochs", () -> TrainingOptions.sgd(0.1, 0, 1, 0)),
            Map.entry("samples.inputs", () -> new SampleShape.Vector(0)),
            Map.entry("image.channels", () -> new ImageShape(0, 28, 28)),
            Map.entry("image.width", () -> new ImageShape(1, 28, 1025)),
            Map.entry("architecture.patch", () -> cells(3)),
            Map.entry("samples.alphabet", () -> new SampleShape.Sequence(129, 10)),
            Map.entry("samples.longest", () -> new SampleShape.Sequence(128, 0)),
            Map.entry("quality.testAccuracy", () -> new Quality(0.5, 1, Double.NaN, 1)),
            Map.entry("quality.validationLoss", () -> new Quality(0.5, -0.1, 0.5, 1)),
            Map.entry("kept", () -> new LayerPruning("layer0.weight", 5, 4, Optional.empty())),
            Map.entry("slots", () -> new WorkerEvent.WorkerJoined("w", 1, 0, "cpu", "m", "v")),
            Map.entry(
                "predictedAccuracy",
                () -> new ScoringEvent.Predicted(Samples.PLAN, StepRef.BASE, "s", 1.2, 0)),
            Map.entry(
                "epoch",
                () ->
                    new EpochEvent.EpochFinished(
                        "c", "t", 1, StepRef.BASE, 4, 3, 0, 0, 0, 0, 0, "w", Optional.empty())))
        .entrySet()
        .stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongValueIsRejectedByTheNameOfItsField(String field, ThrowingCallable construction) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(field + " ")
        .hasMessageContaining("allowed");
  }

  @Test
  void aPlanWithTwoBranchesOfOneNameIsRejected() {
    assertThatThrownBy(() -> plan(List.of(branch("b", 0.5), branch("b", 0.6))))
        .hasMessageContaining("'b' twice");
  }

  @Test
  void aBranchCannotTakeTheNameOfTheDenseNetwork() {
    assertThatThrownBy(() -> plan(List.of(branch("dense", 0.5)))).hasMessageContaining("'dense'");
  }

  @Test
  void somethingMissingIsNamed() {
    assertThatThrownBy(() -> new BranchPlan("b", null, List.of(0.5), 1))
        .hasMessage("branch.method is missing");
  }

  @Test
  void aCellNetworkWithoutAPatchLooksAtEveryPixel() {
    assertThat(cells(null).patch()).isEqualTo(1);
  }

  private static Architecture.CellNetwork cells(Integer patch) {
    return new Architecture.CellNetwork(
        new ImageShape(3, 32, 32),
        patch,
        Dag.SINGLE_EDGE,
        List.of(CellOperation.IDENTITY, CellOperation.CONVOLUTION_3),
        16,
        10);
  }

  private static BranchPlan branch(String name, Double... sparsities) {
    return new BranchPlan(name, Criterion.MAGNITUDE_CLASS_BLINDED, List.of(sparsities), 1);
  }

  private static TrialPlan plan(List<BranchPlan> branches) {
    return new TrialPlan(
        "c", "c.1", 1, Samples.ARCHITECTURE, "mnist", 1, Samples.TRAINING, branches);
  }
}
