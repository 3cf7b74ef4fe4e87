package io.espalier.launcher.command;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.control.ControlCalls;
import io.espalier.launcher.stack.ControlFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a running stack and waits for its end. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stop everything that runs on a data directory; the data stays.")
public final class DownCommand implements Callable<Integer> {

  private static final long PATIENCE_SECONDS = 90;

  @Mixin private DataOption data;

  @Override
  public Integer call() throws NotRunning, IOException, InterruptedException, ExecutionException {
    ControlFile control = NotRunning.requireRunning(data.directory());
    var launcher = ProcessHandle.of(control.pid());
    new ControlCalls(control.url(), control.token()).stop();
    if (launcher.isPresent()) {
      try {
        launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        System.err.printf(
            "Process %d is still stopping after %d s; end it with: kill -9 %d%n",
            control.pid(), PATIENCE_SECONDS, control.pid());
        return ExitCode.FAILED;
      }
    }
    System.out.println("Stopped.");
    return ExitCode.OK;
  }
}
