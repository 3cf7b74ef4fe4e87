package io.espalier.pruning.surgeon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.pruning.saliency.SaliencyUnusable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurgeonMemoryTest {

  @Test
  void theLargestLayerCountsWithAllMatricesOfItsInversion() {
    assertThat(SurgeonMemory.peak(List.of(9L))).isEqualTo(100 * 44);
    assertThat(SurgeonMemory.peak(List.of(1L, 9L, 1L))).isEqualTo(4 * 16 + 100 * 44 + 4 * 12);
  }

  @Test
  void manyHessiansOutweighTheInversionOfTheFirst() {
    assertThat(SurgeonMemory.peak(List.of(9L, 6L, 6L, 6L, 6L, 6L, 6L, 6L)))
        .isEqualTo(100 * 16 + 7 * 49 * 16 + 100 * 16)
        .isGreaterThan(100 * 44 + 7 * 49 * 12);
  }

  @Test
  void aLayerThatWouldNotFitIsRefusedWithBothNumbers() {
    assertThatCode(() -> SurgeonMemory.require(List.of(9L), 4400)).doesNotThrowAnyException();
    assertThatThrownBy(() -> SurgeonMemory.require(List.of(9L), 4399))
        .isInstanceOf(SaliencyUnusable.class)
        .hasMessageContaining("4400 bytes")
        .hasMessageContaining("4399 bytes");
  }

  @Test
  void theWidestLayersThereAreDoNotOverflow() {
    assertThat(SurgeonMemory.peak(List.of(20_000L, 20_000L))).isGreaterThan(20_000_000_000L);
  }
}
