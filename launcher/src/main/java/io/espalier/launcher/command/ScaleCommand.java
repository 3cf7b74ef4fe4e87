package io.espalier.launcher.command;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.control.ControlCalls;
import io.espalier.launcher.stack.ControlFile;
import io.espalier.launcher.stack.StackOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes how many trainer processes run. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description = "Change how many trainer processes run.")
public final class ScaleCommand implements Callable<Integer> {

  private static final String WHAT = "trainers";

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = WHAT, description = "what to scale: trainers")
  private String what;

  @Parameters(index = "1", paramLabel = "N", description = "how many, 0 to 64")
  private int count;

  @Override
  public Integer call() throws NotRunning, IOException, InterruptedException {
    if (!WHAT.equals(what)) {
      throw refused("'" + what + "' cannot be scaled, allowed: " + WHAT);
    }
    if (count < 0 || count > StackOptions.MOST_TRAINERS) {
      throw refused("N is " + count + ", allowed: 0 to " + StackOptions.MOST_TRAINERS);
    }
    ControlFile control = NotRunning.requireRunning(data.directory());
    new ControlCalls(control.url(), control.token()).scaleTrainers(count);
    System.out.println("Trainers: " + count);
    return ExitCode.OK;
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
