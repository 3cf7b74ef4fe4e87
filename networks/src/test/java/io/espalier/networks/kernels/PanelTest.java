package io.espalier.networks.kernels;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PanelTest {
  @Test
  void aPanelLargerThanAnArrayIsRefusedEvenIfItsSizeWraps() {
    assertThatThrownBy(() -> Panel.zeros(1 << 16, 1 << 16, 1))
        .isInstanceOf(ArithmeticException.class);
  }
}
