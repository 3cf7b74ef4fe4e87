package io.espalier.launcher.stack;

import io.espalier.launcher.process.GuardJar;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The benchmarks in a JVM of their own, set up as trainers are; it ends with the launcher. */
public final class BenchmarkProcess {
  private static final String MAIN = "io.espalier.benchmarks.BenchMain";
  private static final int HEAP_MEGABYTES = 1024;

  private BenchmarkProcess() {}

  /**
   * Runs them to their end; they write to the same terminal.
   *
   * @return the exit code
   * @throws StackRefused if they are not built
   */
  public static int run(Installation installation, List<String> arguments)
      throws StackRefused, IOException, InterruptedException {
    Path guard = Files.createTempFile("espalier-guard", ".jar");
    try {
      List<String> command =
          new JavaCommand(GuardJar.write(guard))
              .main(
                  MAIN,
                  installation.classPath("benchmarks"),
                  HEAP_MEGABYTES,
                  JavaCommand.networks());
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT);
      builder.environment().putAll(MathKernels.environment());
      return builder.start().waitFor();
    } finally {
      Files.deleteIfExists(guard);
    }
  }
}
