package io.espalier.launcher.client;

import io.espalier.launcher.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * What a command printed and returned.
 *
 * @param code its exit code
 */
public record CommandRun(int code, String out, String err) {

  /** Runs the whole command line in this process. */
  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = commandLine.execute(args);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** Makes a data directory look like one with a stack that listens at {@code url}. */
  public static void pretendRunning(Path dataDir, String url) throws IOException {
    Path run = Files.createDirectories(dataDir.resolve("run"));
    Files.writeString(
        run.resolve("control.json"),
        "{\"url\":\"%s\",\"token\":\"secret\",\"ui\":\"%s\",\"pid\":%d}"
            .formatted(url, url, ProcessHandle.current().pid()));
  }
}
