package io.espalier.launcher.stack;

import io.espalier.launcher.process.GuardJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Verifying and replaying in a JVM of its own, set up as trainers are: the same options give the
 * same bits. It ends with the launcher. What it says comes line by line; what libraries say goes to
 * {@code logs/audit.log} of the data directory.
 */
public final class ReplayProcess {
  private static final String MAIN = "io.espalier.replay.ReplayMain";
  private static final int HEAP_MEGABYTES = 1024;

  private ReplayProcess() {}

  /**
   * Runs it to its end.
   *
   * @param lines takes each line that it writes
   * @param arguments the campaign, then options
   * @return the exit code
   * @throws StackRefused if it is not built
   */
  public static int run(
      Installation installation,
      Path dataDir,
      String bootstrapServers,
      List<String> arguments,
      Consumer<String> lines)
      throws StackRefused, IOException, InterruptedException {
    Path logs = Files.createDirectories(dataDir.resolve("logs"));
    Path guard = Files.createTempFile("espalier-guard", ".jar");
    try {
      List<String> command =
          new JavaCommand(GuardJar.write(guard))
              .main(MAIN, installation.classPath("replay"), HEAP_MEGABYTES, JavaCommand.networks());
      command.addAll(
          List.of(
              bootstrapServers,
              dataDir.resolve("artifacts").toString(),
              StackOptions.datasetsDir(dataDir).toString()));
      command.add(arguments.get(0));
      command.add(StackOptions.pluginsDir(dataDir).toString());
      command.addAll(arguments.subList(1, arguments.size()));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(Redirect.to(logs.resolve("audit.log").toFile()));
      builder.environment().putAll(MathKernels.environment());
      Process process = builder.start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          lines.accept(line);
        }
      }
      return process.waitFor();
    } finally {
      Files.deleteIfExists(guard);
    }
  }
}
