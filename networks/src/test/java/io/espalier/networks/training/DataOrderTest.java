package io.espalier.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataOrderTest {

  @Test
  void everySampleIsSeenOnce() {
    int[] order = DataOrder.of(1, 0, 1, 1000);

    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
  }

  @Test
  void theOrderDependsOnSeedStepAndEpoch() {
    int[] order = DataOrder.of(1, 0, 1, 100);

    assertThat(DataOrder.of(1, 0, 1, 100)).isEqualTo(order);
    assertThat(DataOrder.of(2, 0, 1, 100)).isNotEqualTo(order);
    assertThat(DataOrder.of(1, 1, 1, 100)).isNotEqualTo(order);
    assertThat(DataOrder.of(1, 0, 2, 100)).isNotEqualTo(order);
    assertThat(DataOrder.of(1, 1, 0, 100)).isNotEqualTo(order);
  }

  @Test
  void theOrderIsTheSameOnEveryMachine() {
    assertThat(DataOrder.of(1, 0, 1, 10)).containsExactly(0, 1, 8, 6, 3, 5, 4, 9, 2, 7);
  }
}
