package io.espalier.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.networks.checkpoint.Checkpoint;
import io.espalier.networks.checkpoint.FloatTensor;
import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeInitialisationTest {

  @Test
  void theVarianceIsTwoOverTheNumberOfInputs() {
    Checkpoint checkpoint = HeInitialisation.checkpoint(new FeedForward(List.of(200, 300)), 1);

    FloatTensor weight = checkpoint.tensor("layer0.weight");
    double sum = 0;
    double squares = 0;
    for (float value : weight.values()) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / weight.size()).isCloseTo(0, within(0.001));
    assertThat(squares / weight.size()).isCloseTo(2.0 / 200, within(0.0002));
    assertThat(checkpoint.tensor("layer0.bias").values()).containsOnly(0);
  }

  @Test
  void weightsDependOnTheSeedOnly() {
    FeedForward network = new FeedForward(List.of(4, 3, 2));

    assertThat(HeInitialisation.checkpoint(network, 7))
        .isEqualTo(HeInitialisation.checkpoint(network, 7))
        .isNotEqualTo(HeInitialisation.checkpoint(network, 8));
  }
}
