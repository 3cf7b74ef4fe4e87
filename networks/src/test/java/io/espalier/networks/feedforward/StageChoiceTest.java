package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageChoiceTest {
  private static final FeedForward NETWORK = new FeedForward(List.of(784, 100, 10));

  @ParameterizedTest
  @ValueSource(strings = {"plain", "vector"})
  void manyWeightsAreAMatrixAndFewAreAList(String kernels) {
    StageChoice choice = new StageChoice(Kernels.named(kernels));

    assertThat(choice.layout(layer("layer0", 1), Optional.empty())).isEqualTo(Layout.ROWS);
    assertThat(choice.layout(layer("layer0", 0.05), Optional.empty())).isEqualTo(Layout.LANES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "vector"})
  void aSmallLayerFollowsTheOneBelow(String kernels) {
    StageChoice choice = new StageChoice(Kernels.named(kernels));
    Linear small = layer("layer1", 1);

    assertThat(choice.layout(small, Optional.of(Layout.ROWS))).isEqualTo(Layout.ROWS);
    assertThat(choice.layout(small, Optional.of(Layout.LANES))).isEqualTo(Layout.LANES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "vector"})
  void inputsThatNoWeightReadsAreNotFetched(String kernels) {
    StageChoice choice = new StageChoice(Kernels.named(kernels));

    assertThat(choice.inputs(layer("layer0", 0.001)).chosen()).hasSizeLessThan(100);
    assertThat(choice.inputs(layer("layer0", 0)).chosen()).containsExactly(0);
    assertThat(choice.inputs(layer("layer0", 1)).chosen()).hasSize(784);
  }

  private static Linear layer(String name, double density) {
    Mask mask = Setting.mask(NETWORK, density, new Random(6));
    return Linear.of(name, InitialWeights.checkpoint(NETWORK, 1), mask);
  }
}
