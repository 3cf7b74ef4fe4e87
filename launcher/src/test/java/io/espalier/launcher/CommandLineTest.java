package io.espalier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyCommandHasHelp() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      out.getBuffer().setLength(0);
      assertThat(run(command, "--help")).as(command).isEqualTo(ExitCode.OK);
      assertThat(out.toString()).contains("Usage: espalier " + command);
    }
  }

  @Test
  void everyCommandRefusesAnUnknownOption() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      err.getBuffer().setLength(0);
      assertThat(run(command, "--no-such-option")).as(command).isEqualTo(ExitCode.REFUSED);
      assertThat(err.toString()).as(command).contains("Usage: espalier " + command);
    }
    assertThat(run("up", "--no-such-option")).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("Name a command", "up", "down", "scale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65", "two", "1.5"})
  void aNumberOfTrainersThatCannotBeIsRefused(String count) {
    assertThat(run("scale", "trainers", count)).isEqualTo(ExitCode.REFUSED);
    assertThat(run("up", "--trainers", count)).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void onlyTrainersCanBeScaled() {
    assertThat(run("scale", "brokers", "2")).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("'brokers'", "allowed: trainers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http"})
  void aPortThatCannotBeIsRefused(String port) {
    assertThat(run("up", "--port", port)).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void whereNothingRunsScaleAndDownSaySo(@TempDir Path dir) {
    assertThat(run("down", "--data", dir.toString())).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(run("scale", "trainers", "2", "--data", dir.toString()))
        .isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(err.toString()).contains("Nothing runs in " + dir, "espalier up");
  }

  private int run(String... arguments) {
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
