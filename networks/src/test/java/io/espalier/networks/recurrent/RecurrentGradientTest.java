package io.espalier.networks.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients against central differences of the equations in double precision, for every cell,
 * structure and density, with both kernels.
 */
class RecurrentGradientTest {
  private static final double STEP = 1e-5;

  record Case(Architecture architecture, double density, Kernels kernels) {
    @Override
    public String toString() {
      return architecture + " " + density + " " + kernels.getClass().getSimpleName();
    }
  }

  static Stream<Case> cases() {
    // Layers {0, 1, 2}, {3, 4}, {5}, {6, 7} with skip edges.
    Dag dag =
        new Dag(
            8,
            Stream.of(
                    "0 3", "1 3", "1 4", "2 4", "3 5", "4 5", "0 5", "5 6", "5 7", "2 6", "3 7",
                    "1 7")
                .map(edge -> new Dag.Edge(edge.charAt(0) - '0', edge.charAt(2) - '0'))
                .toList());
    List<Case> cases = new ArrayList<>();
    for (Kernels kernels : List.of(Kernels.named("plain"), Kernels.named("vector"))) {
      for (CellType cell : CellType.values()) {
        for (double density : new double[] {1, 0.6, 0.15}) {
          cases.add(new Case(Fixtures.stack(cell, 7, 6), density, kernels));
          for (RecurrentBlocks blocks : RecurrentBlocks.values()) {
            cases.add(new Case(Fixtures.graph(cell, blocks, dag), density, kernels));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreThoseOfTheEquations(Case c) {
    Random random = new Random(7);
    SequenceSamples samples = Fixtures.sequences(5, 6, random);
    Mask mask = Fixtures.mask(c.architecture, c.density, random);
    Checkpoint checkpoint = mask.applyTo(InitialWeights.checkpoint(c.architecture, 11));
    ReferenceNetwork reference = new ReferenceNetwork(c.architecture, checkpoint);

    try (Model model = Fixtures.model(c.kernels, c.architecture, checkpoint, mask)) {
      double loss = model.gradients(Fixtures.whole(samples), Dropout.NONE);

      assertThat(loss).isCloseTo(reference.loss(samples), within(1e-5 * loss));
      assertThat(model.parameters().stream().map(Parameter::name))
          .containsExactlyInAnyOrderElementsOf(reference.tensors().keySet());
      for (Parameter parameter : model.parameters()) {
        double[] values = reference.tensors().get(parameter.name());
        for (int i = 0; i < parameter.positions().length; i++) {
          int position = parameter.positions()[i];
          double expected = difference(reference, samples, values, position) / samples.size();
          assertThat((double) parameter.gradients()[i])
              .as("%s[%d]", parameter.name(), position)
              .isCloseTo(expected, within(2e-6 + 2e-5 * Math.abs(expected)));
        }
      }
    }
  }

  private static double difference(
      ReferenceNetwork reference, SequenceSamples samples, double[] values, int position) {
    double value = values[position];
    values[position] = value + STEP;
    double above = reference.loss(samples);
    values[position] = value - STEP;
    double below = reference.loss(samples);
    values[position] = value;
    return (above - below) / (2 * STEP);
  }
}
