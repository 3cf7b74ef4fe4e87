package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceSamplesTest {
  private final SequenceSamples samples =
      SequenceSamples.of(List.of("BTXSE", "B", "BPVVE!"), 1, 0, 1);

  @Test
  void sequencesOfAnyLengthsComeOutAsTheyWent() {
    byte[] bytes = new byte[8];
    int[] ints = new int[8];

    assertThat(samples.size()).isEqualTo(3);
    assertThat(samples.longest()).isEqualTo(6);
    assertThat(samples.length(1)).isEqualTo(1);
    assertThat(samples.label(2)).isEqualTo(1);
    assertThat(samples.token(0, 4)).isEqualTo((byte) 'E');
    assertThat(samples.copyInto(0, bytes, 2)).isEqualTo(5);
    assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo("\0\0BTXSE\0");
    assertThat(samples.copyInto(2, ints, 1)).isEqualTo(6);
    assertThat(ints).containsExactly(0, 'B', 'P', 'V', 'V', 'E', '!', 0);
  }

  @Test
  void aPositionBehindTheEndIsNotTheNextSequence() {
    assertThatThrownBy(() -> samples.token(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> samples.token(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theFirstSamplesKnowTheirOwnLongest() {
    SequenceSamples first = samples.first(2);

    assertThat(first.size()).isEqualTo(2);
    assertThat(first.longest()).isEqualTo(5);
    assertThatThrownBy(() -> first.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> samples.first(4)).hasMessageContaining("samples is 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "B\u00e9E"})
  void emptyAndForeignStringsAreRefused(String string) {
    assertThatThrownBy(() -> SequenceSamples.of(List.of("BE", string), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("string 1 is '" + string + "', allowed");
  }

  @Test
  void asManyLabelsAsStringsAreNeeded() {
    assertThatThrownBy(() -> SequenceSamples.of(List.of("BE"), 0, 1))
        .hasMessageContaining("labels is 2");
    assertThatThrownBy(() -> SequenceSamples.of(List.of())).hasMessageContaining("labels is 0");
    assertThatThrownBy(() -> SequenceSamples.of(List.of("BE"), 128))
        .hasMessageContaining("label of sample 0 is 128");
  }
}
