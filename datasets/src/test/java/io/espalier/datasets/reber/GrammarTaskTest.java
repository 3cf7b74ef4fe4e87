package io.espalier.datasets.reber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.datasets.strings.LabelledString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTaskTest {
  private static final List<LabelledString> REFERENCE =
      GrammarTask.REBER_GRAMMAR.generate(7, GrammarTask.REFERENCE_STRINGS);

  static Stream<GrammarTask> tasks() {
    return Stream.of(GrammarTask.REBER_GRAMMAR, GrammarTask.EMBEDDED_REBER_GRAMMAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BTXSE", "BPVVE", "BTSSSXXTVPXVPSE", "BPTTVPSE"})
  void stringsOfTheGrammarAreAccepted(String string) {
    assertThat(GrammarTask.REBER_GRAMMAR.accepts(string)).isTrue();
    assertThat(GrammarTask.EMBEDDED_REBER_GRAMMAR.accepts("BT" + string + "TE")).isTrue();
    assertThat(GrammarTask.EMBEDDED_REBER_GRAMMAR.accepts("BP" + string + "PE")).isTrue();
    assertThat(GrammarTask.EMBEDDED_REBER_GRAMMAR.accepts("BP" + string + "TE")).isFalse();
    assertThat(GrammarTask.EMBEDDED_REBER_GRAMMAR.accepts("BS" + string + "SE")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "B", "BE", "BTXS", "TXSE", "BTXXE", "BTXSSE", "BSXSE", "BPVVEE", "bTXSE"})
  void otherStringsAreRejected(String string) {
    assertThat(GrammarTask.REBER_GRAMMAR.accepts(string)).isFalse();
    assertThat(GrammarTask.EMBEDDED_REBER_GRAMMAR.accepts("BT" + string + "TE")).isFalse();
    assertThat(GrammarTask.EMBEDDED_REBER_GRAMMAR.accepts(string)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void exactlyTheValidHalfIsAcceptedAndNoStringComesTwice(GrammarTask task) {
    List<LabelledString> strings = task.generate(1, 5_001);

    Set<String> seen = new HashSet<>();
    int valid = 0;
    for (LabelledString s : strings) {
      assertThat(task.accepts(s.string())).as(s.string()).isEqualTo(s.label() == 1);
      assertThat(s.string().length()).isBetween(11, task.longest());
      assertThat(seen.add(s.string())).as(s.string()).isTrue();
      valid += s.label();
    }
    assertThat(strings).hasSize(5_001);
    assertThat(valid).isEqualTo(2_501);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void fortyFourPercentOfTheInvalidUseTheLettersOfTheGrammarOnly(GrammarTask task) {
    long own =
        task.generate(2, 10_000).stream()
            .filter(s -> s.label() == 0 && s.string().matches("[BEPSTVX]+"))
            .count();

    assertThat(own).isEqualTo(2_200);
  }

  /** The reference's means are 23.61 and 18.74 letters; 0.15 is above three standard errors. */
  @Test
  void lengthsAreThoseOfTheReference() {
    assertThat(meanLength(REFERENCE, 1)).isBetween(23.46, 23.76);
    assertThat(meanLength(REFERENCE, 0)).isBetween(18.59, 18.89);
  }

  @Test
  void fewStringsHaveTheLengthsOfMany() {
    List<LabelledString> few = GrammarTask.REBER_GRAMMAR.generate(3, 2_000);

    assertThat(meanLength(few, 1)).isBetween(23.0, 24.2);
    assertThat(meanLength(few, 0)).isBetween(18.2, 19.4);
  }

  @Test
  void theSeedAloneDecides() {
    assertThat(GrammarTask.REBER_GRAMMAR.generate(7, GrammarTask.REFERENCE_STRINGS))
        .isEqualTo(REFERENCE);
    assertThat(GrammarTask.REBER_GRAMMAR.generate(8, 100))
        .isNotEqualTo(GrammarTask.REBER_GRAMMAR.generate(7, 100));
    assertThat(REFERENCE.subList(0, 3))
        .containsExactly(
            new LabelledString("BTXXTTVPXVPXVVE", 1),
            new LabelledString("BMOOQUVZUWWVZUWWWVYE", 0),
            new LabelledString("BTXXXSXTPXTPSE", 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, GrammarTask.MOST_STRINGS + 1})
  void aCountThatCannotBeIsRefused(int count) {
    assertThatThrownBy(() -> GrammarTask.REBER_GRAMMAR.generate(1, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count is " + count + ", allowed: 2 to 500000");
  }

  private static double meanLength(List<LabelledString> strings, int label) {
    return strings.stream()
        .filter(s -> s.label() == label)
        .mapToInt(s -> s.string().length())
        .average()
        .orElseThrow();
  }
}
