package io.espalier.launcher.command;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.stack.Stack;
import io.espalier.launcher.stack.StackOptions;
import io.espalier.launcher.stack.StackRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything and stays until Ctrl-C or {@code down}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start broker, database, services and web UI; Ctrl-C stops them.")
public final class UpCommand implements Callable<Integer> {

  @Mixin private StackSettings settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws StackRefused, InterruptedException {
    StackOptions options = options();
    System.out.println("Starting Espalier in " + options.dataDir() + " ...");
    long start = System.nanoTime();
    try (Stack stack = Stack.start(options)) {
      System.out.printf(
          "Ready after %.1f s: %s%n", (System.nanoTime() - start) / 1e9, stack.uiUrl());
      System.out.println("Logs are in " + options.dataDir().resolve("logs") + ". Ctrl-C stops.");
      stack.awaitStop();
      System.out.println("Stopping ...");
    }
    return ExitCode.OK;
  }

  private StackOptions options() {
    try {
      return settings.options();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
