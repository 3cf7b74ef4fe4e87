package io.espalier.networks.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.CellOperation;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lanes, portions and dropout; the arithmetic is compared with DL4J elsewhere. */
class CellModelTest {
  private static final int[] ORDER = IntStream.range(0, 70).toArray();
  private static final CellNetwork NETWORK = network(new ImageShape(1, 6, 6), 5);
  private static final VectorSamples SAMPLES = samples();

  @Test
  void bothKernelsDropTheSameMaps() {
    Dropout dropout = new Dropout(0.5, 3);
    Model plain = model("plain");
    Model vector = model("vector");

    double plainLoss = plain.gradients(batch(70), dropout);

    assertThat(vector.gradients(batch(70), dropout)).isCloseTo(plainLoss, within(1e-3));
    assertSameGradients(vector, plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "vector"})
  void aSmallerBatchGivesTheGradientsOfAFreshModel(String kernels) {
    Model used = model(kernels);
    Model fresh = model(kernels);
    Dropout dropout = new Dropout(0.3, 5);
    used.gradients(batch(70), dropout);

    double loss = used.gradients(batch(9), dropout);

    assertThat(loss).isCloseTo(fresh.gradients(batch(9), dropout), within(1e-5));
    assertSameGradients(used, fresh);
    assertThat(used.evaluate(SAMPLES)).isEqualTo(fresh.evaluate(SAMPLES));
  }

  @Test
  void lanesAreAsManyAsTheBudgetHolds() {
    assertThat(CellModel.mostLanes(1_000, 32, "small")).isEqualTo(64);
    assertThat(CellModel.mostLanes(700_000, 32, "middle")).isEqualTo(32);
    assertThat(CellModel.mostLanes(700_000, 16, "middle")).isEqualTo(48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "vector"})
  void mapsThatTheBudgetCannotHoldAreRefused(String kernels) {
    CellNetwork large = network(new ImageShape(1, 600, 600), 32);
    Checkpoint weights = InitialWeights.checkpoint(large, 1);

    assertThatThrownBy(
            () ->
                new CellNetworkBuilder(Kernels.named(kernels))
                    .build(large, weights, Mask.ones(large)))
        .isInstanceOf(UnbuildableNetwork.class)
        .hasMessageMatching(".* needs about \\d+ MB .*.allowed: 152 MB");
  }

  private static void assertSameGradients(Model model, Model other) {
    for (int p = 0; p < model.parameters().size(); p++) {
      Parameter parameter = model.parameters().get(p);
      assertThat(parameter.gradients())
          .as(parameter.name())
          .containsExactly(other.parameters().get(p).gradients(), within(1e-5f));
    }
  }

  private static Model model(String kernels) {
    return new CellNetworkBuilder(Kernels.named(kernels))
        .build(NETWORK, InitialWeights.checkpoint(NETWORK, 2), Mask.ones(NETWORK));
  }

  private static Batch batch(int size) {
    return new Batch(SAMPLES, ORDER, 0, size);
  }

  private static CellNetwork network(ImageShape image, int channels) {
    return new CellNetwork(
        image,
        1,
        new Dag(3, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 2))),
        List.of(
            CellOperation.CONVOLUTION_3, CellOperation.CONVOLUTION_1, CellOperation.CONVOLUTION_3),
        channels,
        3);
  }

  private static VectorSamples samples() {
    Random random = new Random(7);
    List<float[]> images = new ArrayList<>();
    int[] labels = new int[ORDER.length];
    for (int i = 0; i < labels.length; i++) {
      float[] image = new float[NETWORK.input().values()];
      for (int k = 0; k < image.length; k++) {
        image[k] = (float) random.nextGaussian();
      }
      images.add(image);
      labels[i] = random.nextInt(3);
    }
    return VectorSamples.of(images, labels);
  }
}
