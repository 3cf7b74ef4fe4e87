package io.espalier.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.networks.trainer.Networks;
import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {

  @Test
  void valuesAreUniformWithinOneOverTheRootOfTheInputs() {
    Checkpoint checkpoint = InitialWeights.checkpoint(new FeedForward(List.of(100, 300)), 1);

    for (FloatTensor tensor : checkpoint.tensors()) {
      double sum = 0;
      double squares = 0;
      for (float value : tensor.values()) {
        assertThat(value).isBetween(-0.1f, 0.1f);
        sum += value;
        squares += value * value;
      }
      assertThat(sum / tensor.size()).isCloseTo(0, within(0.01));
      assertThat(squares / tensor.size()).isCloseTo(0.01 / 3, within(0.0005));
    }
  }

  @Test
  void aNetworkThatMemoryCannotHoldIsRefusedBeforeAnythingIsAllocated() {
    FeedForward huge = new FeedForward(List.of(784, 2_000_000_000, 2_000_000_000, 10));

    assertThatThrownBy(() -> new Networks().initialised(huge, 1))
        .isInstanceOf(UnbuildableNetwork.class)
        .hasMessageContaining("784-2000000000-2000000000-10 has 400000159")
        .hasMessageContaining("-Xmx");
  }

  @Test
  void weightsDependOnTheSeedOnly() {
    FeedForward network = new FeedForward(List.of(4, 3, 2));

    assertThat(InitialWeights.checkpoint(network, 7))
        .isEqualTo(InitialWeights.checkpoint(network, 7))
        .isNotEqualTo(InitialWeights.checkpoint(network, 8));
  }
}
