package io.espalier.launcher;

import io.espalier.launcher.archive.ExportCommand;
import io.espalier.launcher.archive.ImportCommand;
import io.espalier.launcher.audit.AuditCommand;
import io.espalier.launcher.bench.BenchCommand;
import io.espalier.launcher.client.launch.LaunchCommand;
import io.espalier.launcher.client.status.StatusCommand;
import io.espalier.launcher.command.DownCommand;
import io.espalier.launcher.command.NotRunning;
import io.espalier.launcher.command.ScaleCommand;
import io.espalier.launcher.command.UpCommand;
import io.espalier.launcher.dataset.DatasetCommand;
import io.espalier.launcher.demo.DemoCommand;
import io.espalier.launcher.stack.StackRefused;
import io.espalier.launcher.structure.FeaturesCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line {@code espalier}. */
@Command(
    name = "espalier",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Experiments with sparse neural networks, as a stream of events.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 command line or file refused, 3 nothing is running."
    },
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      LaunchCommand.class,
      StatusCommand.class,
      AuditCommand.class,
      FeaturesCommand.class,
      ScaleCommand.class,
      DownCommand.class,
      DatasetCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      BenchCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(commandLine().execute(args));
  }

  /** The command line with all its commands. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
  }

  private static int explain(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    boolean forPeople = e instanceof StackRefused || e instanceof NotRunning;
    command.getErr().println(forPeople ? e.getMessage() : "It failed: " + e);
    return e instanceof NotRunning ? ExitCode.NOT_RUNNING : ExitCode.FAILED;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /** The version that the build gave this jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"espalier " + SoftwareVersion.text()};
    }
  }
}
