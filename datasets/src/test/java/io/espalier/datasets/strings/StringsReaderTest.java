package io.espalier.datasets.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringsReaderTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string,label\nBTXSE,1\nBE,0\n",
        "string,label\r\nBTXSE,1\r\nBE,0",
        "\ufefflabel,string\n1,BTXSE\n0,BE\n",
        ",string, label \n0,BTXSE, 1\n1,BE,0\n",
        "\"string\",\"label\"\n\"BTXSE\",\"1\"\n\"BE\",0",
        "string,note,label\nBTXSE,\"a, \"\"b\"\"\nc\u00e9\",1\nBE,,0\n"
      })
  void stringsAreReadWhateverElseTheFileHolds(String text) {
    assertThat(read(text))
        .containsExactly(new LabelledString("BTXSE", 1), new LabelledString("BE", 0));
    assertThat(problems.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string,label;BTXSE,1;BE,0",
        "label,string;1,BTXSE;0,BE",
        "note,label,string;,1,BTXSE;x,0,BE",
        "label,string,note;1,BTXSE,;0,BE,x",
        "string,label,note;BTXSE,1,x;BE,0,"
      })
  void linesMayEndInCrLfWhicheverColumnIsLast(String lines) {
    String quoted = lines.replaceAll("[^,;]+", "\"$0\"");
    for (String file : List.of(lines, lines + ";", quoted, quoted + ";")) {
      assertThat(read(file.replace(";", "\r\n")))
          .as(file)
          .containsExactly(new LabelledString("BTXSE", 1), new LabelledString("BE", 0));
      assertThat(problems.lines()).as(file).isEmpty();
    }
  }

  @Test
  void everythingPrintableSurvivesWritingAndReading() {
    StringBuilder letters = new StringBuilder();
    for (char letter = ' '; letter <= '~'; letter++) {
      letters.append(letter);
    }
    List<LabelledString> strings =
        List.of(
            new LabelledString(letters.toString(), 0),
            new LabelledString("\"", 1),
            new LabelledString(" ", 0),
            new LabelledString("a,b", 1));

    byte[] file = StringsCsv.bytes(strings);

    assertThat(StringsReader.read("f", file, new CsvColumns("string", "label", 2), problems))
        .isEqualTo(strings);
    assertThat(problems.lines()).isEmpty();
  }

  @Test
  void everyProblemIsToldWithItsLine() {
    String tooLong = "A".repeat(StringsReader.LONGEST + 1);

    List<LabelledString> read =
        read(
            "string,label\nBE,1\n,1\nB\u00e9E,0\nBE,2\nBE,one\nBE\n\nB\"E,1\n\"B\nE\",-1\n"
                + tooLong
                + ",1\nBE,1,1\nXX,\n\"B\"E,1\nlast,1\n\"BE,1\n");

    assertThat(read).containsExactly(new LabelledString("BE", 1), new LabelledString("last", 1));
    assertThat(problems.lines())
        .containsExactly(
            "f, line 3: string is empty, allowed: one letter or more",
            "f, line 4: string 'B\u00e9E' has the letter U+00E9, allowed: printable ASCII letters",
            "f, line 5: label is '2', allowed: 0 to 1",
            "f, line 6: label is 'one', allowed: 0 to 1",
            "f, line 7: 1 cells, allowed: 2 as in the header",
            "f, line 8: 1 cells, allowed: 2 as in the header",
            "f, line 9: a quote within a cell that does not begin with one",
            "f, line 10: string 'B\nE' has the letter U+000A, allowed: printable ASCII letters",
            "f, line 10: label is '-1', allowed: 0 to 1",
            "f, line 12: string has 1001 letters, allowed: at most 1000",
            "f, line 13: 3 cells, allowed: 2 as in the header",
            "f, line 14: label is '', allowed: 0 to 1",
            "f, line 15: letters behind the closing quote of a cell",
            "f, line 17: a quoted cell that does not end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | f: is empty, allowed: a header line and a line for each string",
        "'string,label' | f: holds no strings, allowed: a line for each behind the header",
        "'text,label' | 'f, line 1: has no column string, its columns are: text, label'",
        "'string,string,label' | 'f, line 1: has more than one column string'"
      })
  void aFileThatIsNoTableOfStringsIsToldAsAWhole(String text, String problem) {
    assertThat(read(text)).isEmpty();
    assertThat(problems.lines()).containsExactly(problem);
  }

  @Test
  void bothMissingColumnsAreTold() {
    read("a,b\nBE,1\n");

    assertThat(problems.lines()).hasSize(2);
  }

  @Test
  void manyProblemsAreCountedAndTheFirstFiftyTold() {
    read("string,label\n" + ",1\n".repeat(1_000));

    assertThat(problems.lines())
        .hasSize(51)
        .startsWith("f, line 2: string is empty, allowed: one letter or more")
        .endsWith("... and 950 more problems");
  }

  private List<LabelledString> read(String text) {
    return StringsReader.read(
        "f", text.getBytes(StandardCharsets.UTF_8), new CsvColumns("string", "label", 2), problems);
  }
}
