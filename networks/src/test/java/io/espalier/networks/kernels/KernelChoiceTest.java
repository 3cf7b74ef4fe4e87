package io.espalier.networks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KernelChoiceTest {

  @Test
  void theVectorApiIsChosenWhereItIsPresent() {
    assertThat(Kernels.fastest().getClass().getSimpleName()).isEqualTo("VectorKernels");
  }

  @Test
  void plainLoopsCanBeChosen() {
    assertThat(KernelChoice.of("plain")).isInstanceOf(PlainKernels.class);
  }

  @Test
  void anUnknownChoiceIsRefused() {
    assertThatThrownBy(() -> KernelChoice.of("fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("espalier.kernels is 'fast', allowed: plain, vector or nothing");
  }
}
