package io.espalier.networks.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Panel;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.RecurrentBlocks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrentModelTest {
  private static final Kernels PLAIN = Kernels.named("plain");
  private static final Kernels VECTOR = Kernels.named("vector");

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  /** A random network on a random graph, a random mask, and more samples than one portion. */
  private record Drawn(
      Architecture architecture, Mask mask, Checkpoint checkpoint, SequenceSamples samples) {
    static Drawn of(long seed) {
      Random random = new Random(seed);
      CellType cell = any(CellType.values(), random);
      RecurrentBlocks blocks = any(RecurrentBlocks.values(), random);
      Architecture architecture =
          Fixtures.graph(
              cell, blocks, Fixtures.dag(3 + random.nextInt(20), random.nextDouble(), random));
      Mask mask = Fixtures.mask(architecture, 0.3 + 0.7 * random.nextDouble(), random);
      return new Drawn(
          architecture,
          mask,
          mask.applyTo(InitialWeights.checkpoint(architecture, seed)),
          Fixtures.sequences(150, 12, random));
    }

    private static <T> T any(T[] values, Random random) {
      return values[random.nextInt(values.length)];
    }

    Model model(Kernels kernels, Mask with) {
      return Fixtures.model(kernels, architecture, checkpoint, with);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plainLoopsAndVectorsAgreeOnRandomGraphs(long seed) {
    Drawn drawn = Drawn.of(seed);
    Batch batch = Fixtures.whole(drawn.samples);
    Dropout dropout = new Dropout(seed % 2 == 0 ? 0 : 0.3, seed);
    try (Model plain = drawn.model(PLAIN, drawn.mask);
        Model vector = drawn.model(VECTOR, drawn.mask)) {
      double loss = plain.gradients(batch, dropout);

      assertThat(vector.gradients(batch, dropout)).isCloseTo(loss, within(1e-5 * loss));
      assertSame(gradients(vector), gradients(plain));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPrunedWeightCountsAsZero(long seed) {
    Drawn drawn = Drawn.of(seed);
    Batch batch = Fixtures.whole(drawn.samples);
    try (Model pruned = drawn.model(VECTOR, drawn.mask);
        Model withZeros = drawn.model(VECTOR, Mask.ones(drawn.architecture))) {
      double loss = pruned.gradients(batch, Dropout.NONE);

      assertThat(withZeros.gradients(batch, Dropout.NONE)).isCloseTo(loss, within(1e-5 * loss));
      Map<String, Float> all = gradients(withZeros);
      Map<String, Float> kept = gradients(pruned);
      assertThat(kept).hasSizeLessThan(all.size());
      all.keySet().retainAll(kept.keySet());
      assertSame(kept, all);
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void theSameTrainingGivesTheSameBits(CellType cell) {
    Architecture architecture = Fixtures.stack(cell, 9, 8);
    SequenceSamples samples = Fixtures.sequences(90, 15, new Random(1));

    for (Kernels kernels : List.of(PLAIN, VECTOR)) {
      assertThat(trained(kernels, architecture, samples, 30))
          .isEqualTo(trained(kernels, architecture, samples, 30));
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void sequencesOfOneTokenTeachRecurrentWeightsNothing(CellType cell) {
    Architecture architecture = Fixtures.stack(cell, 9);
    Mask mask = Fixtures.mask(architecture, 0.3, new Random(2));
    Checkpoint checkpoint = mask.applyTo(InitialWeights.checkpoint(architecture, 6));
    Batch single = Fixtures.whole(Fixtures.sequences(64, 1, new Random(1)));
    try (Model model = Fixtures.model(VECTOR, architecture, checkpoint, mask);
        Model plain = Fixtures.model(PLAIN, architecture, checkpoint, mask)) {
      model.gradients(Fixtures.whole(Fixtures.sequences(64, 8, new Random(1))), Dropout.NONE);
      plain.gradients(single, Dropout.NONE);

      model.gradients(single, Dropout.NONE);

      assertSame(gradients(model), gradients(plain));
      assertThat(gradients(model))
          .allSatisfy(
              (name, value) -> assertThat(name.contains("h2h.weight") && value != 0).isFalse());
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void batchesBeforeLeaveNoTraceInTheBits(CellType cell) {
    RecurrentStack architecture = Fixtures.stack(cell, 9, 8);
    Batch few = Fixtures.whole(Fixtures.sequences(64, 3, new Random(1)));
    SequenceSamples samples = Fixtures.sequences(64, 200, new Random(2));
    Batch whole = Fixtures.whole(samples);
    int budget = budget(architecture, samples);
    for (Kernels kernels : List.of(PLAIN, VECTOR)) {
      try (Model fresh = model(kernels, architecture, budget);
          Model used = model(kernels, architecture, budget)) {
        used.gradients(whole, Dropout.NONE);
        used.gradients(few, Dropout.NONE);

        double loss = used.gradients(whole, Dropout.NONE);

        assertThat(loss).isEqualTo(fresh.gradients(whole, Dropout.NONE));
        assertThat(gradients(used)).isEqualTo(gradients(fresh));
        assertThat(used.evaluate(samples)).isEqualTo(fresh.evaluate(samples));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void longAndShortBatchesInTurnStayWithinTheBudget(CellType cell) {
    RecurrentStack architecture = Fixtures.stack(cell, 9, 8);
    Batch few = Fixtures.whole(Fixtures.sequences(64, 3, new Random(1)));
    SequenceSamples samples = Fixtures.sequences(64, 200, new Random(2));
    Batch whole = Fixtures.whole(samples);
    int budget = budget(architecture, samples);

    assertThat(held(architecture, budget, whole, few)).isPositive().isLessThanOrEqualTo(budget);
    assertThat(held(architecture, budget, few, whole)).isPositive().isLessThanOrEqualTo(budget);
  }

  @Test
  void trainingLearns() {
    Architecture architecture = Fixtures.stack(CellType.GRU, 8);
    SequenceSamples samples =
        SequenceSamples.of(List.of("\1\2", "\2\1", "\1\1\3", "\3"), 0, 1, 2, 0);
    try (Model model = model(VECTOR, architecture)) {
      for (int i = 0; i < 300; i++) {
        model.descend(Fixtures.whole(samples), Dropout.NONE, 0.5f);
      }

      Evaluation evaluation = model.evaluate(samples);

      assertThat(evaluation.accuracy()).isEqualTo(1);
      assertThat(evaluation.loss()).isLessThan(0.05);
    }
  }

  @Test
  void anEvaluationPadsGroupsOfThirtyTwo() {
    Architecture architecture = Fixtures.stack(CellType.LSTM, 7);
    SequenceSamples samples = Fixtures.sequences(32, 9, new Random(3));
    Checkpoint checkpoint = InitialWeights.checkpoint(architecture, 5);
    ReferenceNetwork reference = new ReferenceNetwork(architecture, checkpoint);
    long correct =
        IntStream.range(0, 32)
            .filter(i -> best(reference.outputs(samples, i, samples.longest())) == samples.label(i))
            .count();
    try (Model model = model(VECTOR, architecture)) {
      Evaluation evaluation = model.evaluate(samples);

      assertThat(evaluation.samples()).isEqualTo(32);
      assertThat(evaluation.correct()).isEqualTo(correct);
      assertThat(evaluation.lossSum()).isCloseTo(reference.loss(samples), within(1e-4));
    }
  }

  @Test
  void dropoutConcernsAllLayersButTheLastAndDependsOnItsSeed() {
    Architecture one = Fixtures.stack(CellType.TANH, 40);
    Architecture two = Fixtures.stack(CellType.TANH, 40, 40);
    Batch batch = Fixtures.whole(Fixtures.sequences(64, 10, new Random(3)));
    Dropout half = new Dropout(0.5, 8);
    try (Model shallow = model(VECTOR, one);
        Model deep = model(VECTOR, two)) {
      double whole = deep.gradients(batch, Dropout.NONE);

      assertThat(shallow.gradients(batch, half)).isEqualTo(shallow.gradients(batch, Dropout.NONE));
      assertThat(deep.gradients(batch, half))
          .isEqualTo(deep.gradients(batch, half))
          .isNotEqualTo(deep.gradients(batch, new Dropout(0.5, 9)))
          .isNotEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.9})
  void dropoutKeepsTheMean(double share) {
    LayerPlan layer = NetworkPlan.of(Fixtures.stack(CellType.TANH, 40)).layers().get(0);
    Panel ones = Panel.zeros(50, 40, 64);
    Arrays.fill(ones.values(), 1);

    new DroppedUnits(new Dropout(share, 3), 0)
        .apply(new LayerPlan(0, 40, layer.blocks()), ones, 50);

    double sum = 0;
    int dropped = 0;
    for (float value : ones.values()) {
      sum += value;
      dropped += value == 0 ? 1 : 0;
    }
    assertThat(sum / ones.values().length).isCloseTo(1, within(0.05));
    assertThat((double) dropped / ones.values().length).isCloseTo(share, within(0.01));
  }

  @Test
  void aTokenBehindTheAlphabetIsRefused() {
    SequenceSamples samples = SequenceSamples.of(List.of("\1\7"), 0);
    try (Model model = model(PLAIN, Fixtures.stack(CellType.TANH, 3))) {
      assertThatThrownBy(() -> model.evaluate(samples))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("token is 7, allowed: 0 to 5");
    }
  }

  private static Model model(Kernels kernels, Architecture architecture) {
    return Fixtures.model(
        kernels, architecture, InitialWeights.checkpoint(architecture, 5), Mask.ones(architecture));
  }

  private static RecurrentModel model(Kernels kernels, RecurrentStack architecture, int budget) {
    Checkpoint checkpoint = InitialWeights.checkpoint(architecture, 5);
    Mask mask = Mask.ones(architecture);
    return new RecurrentModel(kernels, NetworkPlan.of(architecture), checkpoint, mask, budget);
  }

  /** One and a half times what the fewest lanes take for the longest of the samples. */
  private static int budget(RecurrentStack architecture, SequenceSamples samples) {
    int[] longest =
        IntStream.range(0, samples.size())
            .filter(i -> samples.length(i) == samples.longest())
            .toArray();
    int least = held(architecture, Integer.MAX_VALUE, new Batch(samples, longest, 0, 1));
    return least + least / 2;
  }

  /** Values held after some batches. */
  private static int held(RecurrentStack architecture, int budget, Batch... batches) {
    try (RecurrentModel model = model(PLAIN, architecture, budget)) {
      for (Batch batch : batches) {
        model.gradients(batch, Dropout.NONE);
      }
      return model.held();
    }
  }

  private static Map<String, Float> trained(
      Kernels kernels, Architecture architecture, SequenceSamples samples, int batches) {
    Random random = new Random(4);
    Mask mask = Fixtures.mask(architecture, 0.5, random);
    try (Model model =
        Fixtures.model(
            kernels,
            architecture,
            mask.applyTo(InitialWeights.checkpoint(architecture, 6)),
            mask)) {
      int[] order = random.ints(3L * batches + 1, 0, samples.size()).toArray();
      for (int i = 0; i < batches; i++) {
        model.descend(new Batch(samples, order, i, i + 1 + i * 2), new Dropout(0.1, i), 0.1f);
      }
      Map<String, Float> values = new HashMap<>();
      for (Parameter parameter : model.parameters()) {
        for (int i = 0; i < parameter.positions().length; i++) {
          values.put(parameter.name() + parameter.positions()[i], parameter.values()[i]);
        }
      }
      return values;
    }
  }

  private static Map<String, Float> gradients(Model model) {
    Map<String, Float> gradients = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      for (int i = 0; i < parameter.positions().length; i++) {
        gradients.put(parameter.name() + " " + parameter.positions()[i], parameter.gradients()[i]);
      }
    }
    return gradients;
  }

  private static void assertSame(Map<String, Float> actual, Map<String, Float> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, value) ->
            assertThat(actual.get(name))
                .as(name)
                .isCloseTo(value, within(2e-6f + 1e-4f * Math.abs(value))));
  }

  private static int best(double[] outputs) {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      best = outputs[i] > outputs[best] ? i : best;
    }
    return best;
  }
}
