package io.espalier.launcher.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.datasets.reber.GrammarTask;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"reber", "embedded-reber"})
  void everyLineIsLabelledAsTheGrammarSays(String command) throws IOException {
    GrammarTask task =
        command.equals("reber") ? GrammarTask.REBER_GRAMMAR : GrammarTask.EMBEDDED_REBER_GRAMMAR;

    CommandRun run = generate(command, "1", "200", "a.csv");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    List<String> lines = Files.readAllLines(dir.resolve("a.csv"));
    assertThat(lines.get(0)).isEqualTo("string,label");
    assertThat(lines.subList(1, lines.size()))
        .hasSize(200)
        .allSatisfy(
            line -> {
              int comma = line.indexOf(',');
              assertThat(line.substring(comma + 1))
                  .isEqualTo(task.accepts(line.substring(0, comma)) ? "1" : "0");
            });
  }

  @Test
  void theSameSeedWritesTheSameFileAndAnotherDoesNot() throws IOException {
    generate("reber", "5", "100", "a.csv");
    generate("reber", "5", "100", "b.csv");
    generate("reber", "6", "100", "c.csv");

    assertThat(dir.resolve("b.csv")).hasSameBinaryContentAs(dir.resolve("a.csv"));
    assertThat(Files.readString(dir.resolve("c.csv")))
        .isNotEqualTo(Files.readString(dir.resolve("a.csv")));
    assertThat(dir.toFile().list()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"1,1,a.csv", "1,500001,a.csv", "x,10,a.csv", "1,10,no/such/a.csv", "1,10,''"})
  void whatCannotBeIsRefusedAndNothingIsWritten(String seed, String count, String file) {
    CommandRun run = generate("reber", seed, count, file);

    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("Usage: espalier dataset reber");
    assertThat(dir.toFile().list()).isEmpty();
  }

  private CommandRun generate(String command, String seed, String count, String file) {
    return CommandRun.of(
        "dataset",
        command,
        "--seed",
        seed,
        "--count",
        count,
        "--out",
        dir.resolve(file).toString());
  }
}
