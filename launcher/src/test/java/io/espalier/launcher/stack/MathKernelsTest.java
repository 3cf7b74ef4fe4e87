package io.espalier.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MathKernelsTest {

  @Test
  void theWidestVectorsThatTheProcessorHasDecide() {
    assertThat(MathKernels.coreType("flags : sse avx avx2 avx512f")).contains("SkylakeX");
    assertThat(MathKernels.coreType("flags : sse avx avx2\nbogomips : 1")).contains("Haswell");
    assertThat(MathKernels.coreType("flags : sse avx")).isEmpty();
  }
}
