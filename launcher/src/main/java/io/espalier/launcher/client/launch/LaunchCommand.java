package io.espalier.launcher.client.launch;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.http.RequestFailed;
import io.espalier.launcher.client.http.TrackerClient;
import io.espalier.launcher.command.DataOption;
import io.espalier.launcher.command.NotRunning;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a campaign file and launches it on the running stack. */
@Command(
    name = "launch",
    mixinStandardHelpOptions = true,
    description = {
      "Check a campaign file and launch it on the running stack.",
      "A file with problems is refused with all of them, and nothing is sent."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the campaign is launched; with --wait, every training has ended well",
      "1:the server refused, or, with --wait, a training failed or the campaign was stopped",
      "2:wrong use, or the file is refused",
      "3:nothing is running"
    })
public final class LaunchCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "campaign file, YAML or JSON")
  private Path file;

  @Option(names = "--wait", description = "show progress to the end, then the results")
  private boolean wait;

  @Override
  public Integer call() throws NotRunning, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      CampaignSource source =
          CampaignSource.checked(file.toString(), CampaignSource.read(file), data.datasets());
      TrackerClient tracker = new TrackerClient(NotRunning.requireRunning(data.directory()).ui());
      CampaignRun run = new CampaignRun(tracker, spec.commandLine().getOut());
      String id = run.launch(source);
      return wait ? CampaignRun.exitCode(run.follow(id)) : ExitCode.OK;
    } catch (FileRefused e) {
      e.lines().forEach(err::println);
      return ExitCode.REFUSED;
    } catch (RequestFailed e) {
      err.println(e.getMessage());
      return ExitCode.FAILED;
    }
  }
}
