package io.espalier.launcher.client.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCellAndNumbersEndTogether() {
    TextTable table = new TextTable("name", "pid>").row("tracker-ui", "7").row("kafka", "12345");

    assertThat(table.lines())
        .containsExactly("name          pid", "tracker-ui      7", "kafka       12345");
  }

  @Test
  void lettersBeyondAsciiCountAsOneCharacter() {
    TextTable table = new TextTable("a", "b").row("\u00e9\ud83c\udf31", "x");

    assertThat(table.lines()).containsExactly("a   b", "\u00e9\ud83c\udf31  x");
  }

  @Test
  void textFromAServerCannotMoveTheCursor() {
    TextTable table = new TextTable("reason").row("bad\u001b[2J\nrecord");

    assertThat(table.lines()).containsExactly("reason", "bad [2J record");
  }

  @Test
  void aRowWithTooFewCellsIsRefused() {
    assertThatThrownBy(() -> new TextTable("a", "b").row("1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row has 1 cells, allowed: 2");
  }

  @Test
  void aCutTextSaysThatItWasCut() {
    assertThat(PlainText.cut("magnitude-class-blinded", 12)).isEqualTo("magnitude...");
    assertThat(PlainText.cut("dense", 12)).isEqualTo("dense");
  }
}
