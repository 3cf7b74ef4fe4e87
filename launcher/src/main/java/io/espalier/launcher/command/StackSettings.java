package io.espalier.launcher.command;

import io.espalier.launcher.stack.StackOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that starts a stack. */
public final class StackSettings {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where everything is kept (default: ~/.espalier)")
  private Path data = StackOptions.defaultDataDir();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "port of the web UI on 127.0.0.1, 0 for a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--trainers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "trainer processes, 0 to 64; each runs as many trainings at once as there are processors"
              + " (default: ${DEFAULT-VALUE})")
  private int trainers;

  @Option(
      names = {"-v", "--verbose"},
      description = "show the logs of all processes")
  private boolean verbose;

  /**
   * The chosen options.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public StackOptions options() {
    return new StackOptions(data, port, trainers, verbose);
  }
}
