package io.espalier.launcher.client.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.envelope.Json;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.http.ControlClient;
import io.espalier.launcher.client.http.RequestFailed;
import io.espalier.launcher.client.http.TrackerClient;
import io.espalier.launcher.command.DataOption;
import io.espalier.launcher.command.NotRunning;
import io.espalier.launcher.control.StackStatus;
import io.espalier.launcher.stack.ControlFile;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what runs, what it does and what could not be read. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Show services, trainers, campaigns, queue and dead letters of a running stack.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is healthy",
      "1:a service is not healthy or does not answer",
      "2:wrong use",
      "3:nothing is running"
    })
public final class StatusCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "print JSON instead of text")
  private boolean json;

  @Override
  public Integer call() throws NotRunning, InterruptedException, JsonProcessingException {
    ControlFile control = NotRunning.requireRunning(data.directory());
    PrintWriter out = spec.commandLine().getOut();
    StatusReport report;
    try {
      report = report(control);
    } catch (RequestFailed e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCode.FAILED;
    }
    if (json) {
      out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      StatusText.lines(report, Instant.now()).forEach(out::println);
    }
    out.flush();
    return report.healthy() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static StatusReport report(ControlFile control)
      throws RequestFailed, InterruptedException {
    StackStatus stack = new ControlClient(control.url(), control.token()).status();
    TrackerClient tracker = new TrackerClient(control.ui());
    Optional<StatusReport.History> history = Optional.empty();
    Optional<String> trouble = Optional.empty();
    try {
      history =
          Optional.of(
              StatusReport.History.of(
                  tracker.workers(), tracker.campaigns(), tracker.deadLetters()));
    } catch (RequestFailed e) {
      trouble = Optional.of(e.getMessage());
    }
    return new StatusReport(control.ui(), stack.services(), stack.trainers(), history, trouble);
  }
}
