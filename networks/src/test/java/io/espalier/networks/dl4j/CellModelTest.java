package io.espalier.networks.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.cells.CellNetworkBuilder;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.CellOperation;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellModelTest {
  /** Every operation, skip edges, two sinks that have sources, and a node that is both. */
  private static final CellNetwork SMALL =
      new CellNetwork(
          new ImageShape(2, 8, 6),
          2,
          new Dag(
              7,
              List.of(
                  new Edge(0, 2),
                  new Edge(1, 2),
                  new Edge(0, 3),
                  new Edge(2, 4),
                  new Edge(3, 4),
                  new Edge(1, 5),
                  new Edge(2, 5))),
          List.of(
              CellOperation.CONVOLUTION_3,
              CellOperation.MAX_POOLING_3,
              CellOperation.CONVOLUTION_1,
              CellOperation.AVERAGE_POOLING_3,
              CellOperation.CONVOLUTION_5,
              CellOperation.IDENTITY,
              CellOperation.CONVOLUTION_1),
          3,
          3);

  private static final CellNetwork DIGITS =
      new CellNetwork(
          new ImageShape(1, 28, 28),
          7,
          new Dag(3, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 2))),
          List.of(
              CellOperation.CONVOLUTION_3,
              CellOperation.MAX_POOLING_3,
              CellOperation.CONVOLUTION_3),
          16,
          10);

  private static final Checkpoint WEIGHTS = InitialWeights.checkpoint(SMALL, 5);
  private static final List<float[]> IMAGES = images(8);
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 1, 0};
  private static final VectorSamples SAMPLES = VectorSamples.of(IMAGES, LABELS);

  static Stream<Named<ModelBuilder<CellNetwork>>> builders() {
    return Stream.of(
        Named.of("dl4j", new CellModelBuilder()),
        Named.of("plain", new CellNetworkBuilder(Kernels.named("plain"))),
        Named.of("vector", new CellNetworkBuilder(Kernels.named("vector"))));
  }

  @ParameterizedTest
  @MethodSource("builders")
  void theLossEqualsThePlainComputation(ModelBuilder<CellNetwork> builder) {
    try (Model model = builder.build(SMALL, WEIGHTS, Mask.ones(SMALL))) {
      Evaluation evaluation = model.evaluate(SAMPLES);

      assertThat(evaluation.samples()).isEqualTo(8);
      assertThat(evaluation.loss()).isCloseTo(plainLoss(WEIGHTS), within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("builders")
  void theOriginalResolutionIsReadWithAPatchOfOne(ModelBuilder<CellNetwork> builder) {
    CellNetwork whole =
        new CellNetwork(SMALL.input(), null, SMALL.graph(), SMALL.operations(), 3, 3);
    Checkpoint weights = InitialWeights.checkpoint(whole, 6);
    try (Model model = builder.build(whole, weights, Mask.ones(whole))) {
      assertThat(model.evaluate(SAMPLES).loss()).isCloseTo(plainLoss(whole, weights), within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("builders")
  void gradientsAreThoseOfThePlainLossByFiniteDifferences(ModelBuilder<CellNetwork> builder) {
    gradientsAreFiniteDifferences(builder, Mask.ones(SMALL));
  }

  @ParameterizedTest
  @MethodSource("builders")
  void gradientsUnderAMaskAreToo(ModelBuilder<CellNetwork> builder) {
    gradientsAreFiniteDifferences(builder, Training.sparse(SMALL));
  }

  private static void gradientsAreFiniteDifferences(ModelBuilder<CellNetwork> builder, Mask mask) {
    Checkpoint weights = mask.applyTo(WEIGHTS);
    try (Model model = builder.build(SMALL, WEIGHTS, mask)) {
      double loss = model.gradients(all(SAMPLES), Dropout.NONE);

      assertThat(loss / 8).isCloseTo(plainLoss(weights), within(1e-5));
      for (Parameter parameter : model.parameters()) {
        for (int i = 0; i < parameter.values().length; i++) {
          int position = parameter.positions()[i];
          double slope = position < 0 ? 0 : slope(weights, parameter.name(), position, 1e-5);
          assertThat((double) parameter.gradients()[i])
              .as(parameter.name() + " " + i)
              .isCloseTo(slope, within(2e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("builders")
  void aMaskedWeightStaysExactlyZero(ModelBuilder<CellNetwork> builder) {
    Mask mask = Training.sparse(SMALL);

    Checkpoint after = trained(builder, mask);

    assertThat(Training.leaks(mask, WEIGHTS)).isGreaterThan(100);
    assertThat(Training.leaks(mask, after)).isZero();
    assertThat(after).isNotEqualTo(mask.applyTo(WEIGHTS));
  }

  @ParameterizedTest
  @MethodSource("builders")
  void droppedMapsDependOnTheSeedAlone(ModelBuilder<CellNetwork> builder) {
    try (Model model = builder.build(SMALL, WEIGHTS, Mask.ones(SMALL))) {
      double without = model.gradients(all(SAMPLES), Dropout.NONE);
      double first = model.gradients(all(SAMPLES), new Dropout(0.5, 1));
      double second = model.gradients(all(SAMPLES), new Dropout(0.5, 2));

      assertThat(model.gradients(all(SAMPLES), new Dropout(0.5, 1))).isEqualTo(first);
      assertThat(first).isNotEqualTo(second).isNotEqualTo(without);
      assertThat(model.evaluate(SAMPLES).lossSum()).isCloseTo(without, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("builders")
  void theSameTrainingGivesTheSameBits(ModelBuilder<CellNetwork> builder) {
    Mask mask = Mask.ones(SMALL);
    assertThat(trained(builder, mask)).isEqualTo(trained(builder, mask));
  }

  @ParameterizedTest
  @MethodSource("builders")
  void digitsAreLearnt(ModelBuilder<CellNetwork> builder) {
    Dataset digits = Digits.dataset().first(2_000, 1, 500);
    int[] order = IntStream.range(0, 2_000).toArray();
    Checkpoint initial = InitialWeights.checkpoint(DIGITS, 1);
    try (Model model = builder.build(DIGITS, initial, Mask.ones(DIGITS))) {
      Evaluation before = model.evaluate(digits.test());
      for (int epoch = 0; epoch < 5; epoch++) {
        for (int from = 0; from < order.length; from += 20) {
          model.descend(new Batch(digits.training(), order, from, from + 20), Dropout.NONE, 0.05f);
        }
      }

      Evaluation after = model.evaluate(digits.test());
      assertThat(after.loss()).isLessThan(before.loss() / 2);
      assertThat(after.accuracy()).isGreaterThan(0.6);
    }
  }

  private static Checkpoint trained(ModelBuilder<CellNetwork> builder, Mask mask) {
    try (Model model = builder.build(SMALL, WEIGHTS, mask)) {
      for (int update = 0; update < 20; update++) {
        model.descend(all(SAMPLES), new Dropout(0.2, update), 0.1f);
      }
      return checkpoint(SMALL, model);
    }
  }

  private static Batch all(VectorSamples samples) {
    return new Batch(samples, IntStream.range(0, samples.size()).toArray(), 0, samples.size());
  }

  private static double slope(Checkpoint weights, String name, int index, double step) {
    Checkpoint up = moved(weights, name, index, step);
    Checkpoint down = moved(weights, name, index, -step);
    double moved = (double) up.tensor(name).value(index) - down.tensor(name).value(index);
    return (plainLoss(up) - plainLoss(down)) / moved;
  }

  private static Checkpoint moved(Checkpoint weights, String name, int index, double by) {
    List<FloatTensor> tensors = new ArrayList<>(weights.tensors());
    FloatTensor tensor = weights.tensor(name);
    float[] values = tensor.values();
    values[index] += (float) by;
    tensors.set(tensors.indexOf(tensor), new FloatTensor(name, tensor.shape(), values));
    return new Checkpoint(tensors);
  }

  private static double plainLoss(Checkpoint weights) {
    return plainLoss(SMALL, weights);
  }

  private static double plainLoss(CellNetwork network, Checkpoint weights) {
    PlainCells plain = new PlainCells(network, weights);
    double sum = 0;
    for (int i = 0; i < LABELS.length; i++) {
      sum += plain.loss(IMAGES.get(i), LABELS[i]);
    }
    return sum / LABELS.length;
  }

  private static Checkpoint checkpoint(CellNetwork network, Model model) {
    Checkpoint shapes = InitialWeights.checkpoint(network, 1);
    List<FloatTensor> tensors = new ArrayList<>();
    for (Parameter parameter : model.parameters()) {
      FloatTensor shape = shapes.tensor(parameter.name());
      float[] values = new float[shape.size()];
      for (int i = 0; i < parameter.values().length; i++) {
        if (parameter.positions()[i] >= 0) {
          values[parameter.positions()[i]] = parameter.values()[i];
        } else {
          assertThat(parameter.values()[i]).isZero();
        }
      }
      tensors.add(new FloatTensor(shape.name(), shape.shape(), values));
    }
    return new Checkpoint(tensors);
  }

  private static List<float[]> images(int count) {
    SplittableRandom random = new SplittableRandom(8);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] image = new float[SMALL.input().values()];
      for (int k = 0; k < image.length; k++) {
        image[k] = (float) random.nextGaussian();
      }
      images.add(image);
    }
    return images;
  }
}
