package io.espalier.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"launch", "status", "demo"})
  void everyCommandExplainsItselfAndItsExitCodes(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: espalier " + command, "Exit codes:", "--data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"launch", "status", "demo"})
  void anUnknownOptionIsRefused(String command) {
    CommandRun run = CommandRun.of(command, "file.yaml", "--fast");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--fast");
  }

  @Test
  void launchNeedsAFile() {
    CommandRun run = CommandRun.of("launch");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("FILE");
  }

  @Test
  void statusOfNothingSaysHowToStart() {
    CommandRun run = CommandRun.of("status", "--data", dir.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("espalier up --data " + dir);
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    CommandRun run =
        CommandRun.of("demo", "--offline", "--data", dir.toString(), "--port", "70000");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("port is 70000, allowed: 0 to 65535");
  }

  @Test
  void resultsThatCouldNotBeWrittenAreRefusedBeforeAnythingStarts() {
    Path nowhere = dir.resolve("missing").resolve("results.json");

    CommandRun run = CommandRun.of("demo", "--data", dir.toString(), "--json", nowhere.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(nowhere + ": cannot be written");
    assertThat(dir).isEmptyDirectory();
  }
}
