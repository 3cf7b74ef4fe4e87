package io.espalier.networks.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;
import io.espalier.datasets.SequenceSamples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import io.espalier.plan.Optimizer;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.StructureLearning.GradualMagnitude;
import io.espalier.plan.StructureLearning.L1Threshold;
import io.espalier.plan.StructureLearning.RigL;
import io.espalier.plan.StructureLearning.SparseEvolutionary;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworksTest {
  private static final int SAMPLES = 48;
  private static final Dag DIAMOND =
      new Dag(
          5,
          List.of(new Edge(0, 2), new Edge(1, 2), new Edge(0, 3), new Edge(2, 4), new Edge(3, 4)));

  static List<Architecture> families() {
    return List.of(
        new FeedForward(List.of(16, 9, 2)),
        new GraphFeedForward(16, DIAMOND, 2),
        new RecurrentStack(CellType.GRU, 128, 5, List.of(6, 4), 2),
        new GraphRecurrent(CellType.LSTM, 128, DIAMOND, RecurrentBlocks.PER_SOURCE_LAYER, 2),
        new CellNetwork(
            new ImageShape(1, 4, 4),
            1,
            new Dag(2, List.of(new Edge(0, 1))),
            List.of(CellOperation.CONVOLUTION_3, CellOperation.CONVOLUTION_1),
            3,
            2));
  }

  static Stream<Arguments> familiesAndMethods() {
    List<StructureLearning> methods =
        List.of(
            new GradualMagnitude(0.6, 0, 2, 2),
            new SparseEvolutionary(0.6, 0.3),
            new RigL(0.6, 0.3, 2, 0.9),
            new L1Threshold(0.01, 0.1));
    return families().stream()
        .flatMap(family -> methods.stream().map(method -> Arguments.of(family, method)));
  }

  @ParameterizedTest
  @MethodSource("familiesAndMethods")
  void everyFamilyLearnsItsStructureByEveryMethod(Architecture family, StructureLearning method) {
    try (TrainableNetwork network = new Networks().initialised(family, 3)) {
      network.train(dataset(family), run(method), EpochListener.NONE);

      Mask mask = network.mask().orElseThrow();
      Checkpoint learned = network.checkpoint();
      assertThat(mask.applyTo(learned)).isEqualTo(learned);
      assertThat(mask.kept()).isLessThan(mask.total());
      if (!(method instanceof L1Threshold)) {
        assertThat(mask.total() - mask.kept()).isEqualTo(Math.round(0.6 * mask.total()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("familiesAndMethods")
  void aLearnedStructureIsRetrainedWithItsMaskAndRepeatsToTheBit(
      Architecture family, StructureLearning method) {
    assertThat(retrained(family, method)).isEqualTo(retrained(family, method));
  }

  @ParameterizedTest
  @MethodSource("families")
  void aNetworkWhoseLayersAreEmptyIsTrainedAndEvaluated(Architecture family) {
    for (LayerMask layer : Mask.ones(family).layers()) {
      trainedWith(family, emptied(family, name -> name.equals(layer.layer())));
    }
    trainedWith(family, emptied(family, name -> name.contains("i2h")));
    trainedWith(family, emptied(family, name -> name.contains("h2h")));
    trainedWith(family, emptied(family, name -> true));
  }

  private static void trainedWith(Architecture family, Mask mask) {
    Dataset dataset = dataset(family);
    TrainingOptions options = TrainingOptions.adam(0.01, 8, 2);
    Checkpoint initial = InitialWeights.checkpoint(family, 3);
    try (TrainableNetwork network = new Networks().from(family, initial)) {
      network.train(
          dataset, new TrainingRun(options, 2, 3, 1, Optional.of(mask)), EpochListener.NONE);

      Checkpoint trained = network.checkpoint();
      assertThat(mask.applyTo(trained)).isEqualTo(trained);
      String bias = family instanceof FeedForward ? "layer1.bias" : "output.bias";
      assertThat(trained.tensor(bias)).isNotEqualTo(initial.tensor(bias));
      try (TrainableNetwork zeroes = new Networks().from(family, trained)) {
        assertThat(network.evaluate(dataset).testLoss())
            .isCloseTo(zeroes.evaluate(dataset).testLoss(), within(1e-6));
      }
    }
  }

  private static Mask emptied(Architecture family, Predicate<String> empty) {
    return new Mask(
        Mask.ones(family).layers().stream()
            .map(layer -> empty.test(layer.layer()) ? layer.keeping(new BitSet()) : layer)
            .toList());
  }

  private static Checkpoint retrained(Architecture family, StructureLearning method) {
    Dataset dataset = dataset(family);
    try (TrainableNetwork learning = new Networks().initialised(family, 3)) {
      learning.train(dataset, run(method), EpochListener.NONE);
      Optional<Mask> mask = learning.mask();
      try (TrainableNetwork network = new Networks().from(family, learning.checkpoint())) {
        network.train(
            dataset, new TrainingRun(run(method).options(), 2, 3, 1, mask), EpochListener.NONE);
        assertThat(network.mask()).isEqualTo(mask);
        assertThat(mask.orElseThrow().applyTo(network.checkpoint()))
            .isEqualTo(network.checkpoint())
            .isNotEqualTo(learning.checkpoint());
        return network.checkpoint();
      }
    }
  }

  private static TrainingRun run(StructureLearning method) {
    TrainingOptions options =
        new TrainingOptions(
            0.01,
            0,
            8,
            3,
            Optimizer.ADAM,
            Optional.of(1e-4),
            Optional.of(5.0),
            Optional.of(0.1),
            Optional.empty(),
            Optional.empty(),
            Optional.of(method));
    return new TrainingRun(options, 3, 3, 0, Optional.empty());
  }

  private static Dataset dataset(Architecture family) {
    boolean sequences = family instanceof RecurrentStack || family instanceof GraphRecurrent;
    SampleShape shape =
        sequences ? new SampleShape.Sequence(128, 9) : new SampleShape.Image(1, 4, 4);
    Samples samples = sequences ? strings() : images();
    return new Dataset(new DatasetShape("tiny", shape, 2), samples, samples, samples);
  }

  private static Samples strings() {
    SplittableRandom random = new SplittableRandom(1);
    List<String> strings = new ArrayList<>();
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      strings.add((i % 2 == 0 ? "A" : "B").repeat(1 + random.nextInt(9)));
      labels[i] = i % 2;
    }
    return SequenceSamples.of(strings, labels);
  }

  private static Samples images() {
    SplittableRandom random = new SplittableRandom(1);
    List<float[]> images = new ArrayList<>();
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      float[] image = new float[16];
      labels[i] = i % 2;
      for (int j = 0; j < image.length; j++) {
        image[j] = (float) (random.nextDouble() + (labels[i] == j % 2 ? 1 : 0));
      }
      images.add(image);
    }
    return VectorSamples.of(images, labels);
  }
}
