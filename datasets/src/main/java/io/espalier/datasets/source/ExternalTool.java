package io.espalier.datasets.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's machine that fetches or unpacks, with the user's own settings.
 *
 * @param command program and arguments
 * @param timeout how long it may take
 */
record ExternalTool(List<String> command, Duration timeout) {

  /** How it ended, and what it said on its error output. */
  record End(int code, String said) {}

  /**
   * Runs it in {@code directory}.
   *
   * @param output file for what it prints
   * @throws SourceException if it does not end in time
   * @throws IOException if it cannot be started
   */
  End run(Path directory, Path output) throws IOException, InterruptedException, SourceException {
    Path errors = directory.resolve(".errors");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SourceException(
            "tried `"
                + String.join(" ", command)
                + "`: no end after "
                + timeout.toSeconds()
                + " seconds");
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).strip();
    return new End(process.exitValue(), said);
  }
}
