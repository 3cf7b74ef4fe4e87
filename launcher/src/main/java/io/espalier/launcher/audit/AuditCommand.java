package io.espalier.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.audit.verification.AuditReport;
import io.espalier.envelope.Json;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.progress.ProgressLine;
import io.espalier.launcher.client.progress.Style;
import io.espalier.launcher.client.progress.Terminal;
import io.espalier.launcher.command.DataOption;
import io.espalier.launcher.stack.BrokerAccess;
import io.espalier.launcher.stack.Installation;
import io.espalier.launcher.stack.ReplayProcess;
import io.espalier.launcher.stack.StackRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the history of a campaign, and computes it again if asked to. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Verify the history of a campaign: is the chain of events unbroken, is every file there and"
          + " untouched, do all numbers fit together?",
      "",
      "Works with the stack running or stopped; of a stopped one the broker is started for the time"
          + " being. Nothing is changed. Prints a line per step, what is wrong, and a verdict.",
      "What is verified, and what each problem means: docs/audit.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything holds",
      "1:something is wrong, could not be computed again, or the audit failed",
      "2:wrong use, or there is no such campaign"
    })
public final class AuditCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CAMPAIGN", description = "the campaign's id, such as mnist-demo-k3x7q")
  private String campaign;

  @Option(
      names = "--replay",
      description =
          "also compute every pruning step again and compare masks bit by bit and all numbers")
  private boolean replay;

  @Option(
      names = "--retrain",
      description = "also do every training again and compare weights and epochs")
  private boolean retrain;

  @Option(names = "--json", paramLabel = "FILE", description = "also write the report to FILE")
  private Path json;

  private Optional<AuditReport> report = Optional.empty();
  private String refused = "the audit gave no report";

  @Override
  public Integer call() throws StackRefused, IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Style style = Terminal.style();
    List<String> arguments = new ArrayList<>(List.of(campaign));
    if (replay) {
      arguments.add("--replay");
    }
    if (retrain) {
      arguments.add("--retrain");
    }
    ProgressLine progress = new ProgressLine(out, style.colour());
    try (BrokerAccess broker = BrokerAccess.open(data.directory())) {
      int exit =
          ReplayProcess.run(
              Installation.find(),
              data.directory(),
              broker.bootstrapServers(),
              arguments,
              line -> heard(line, progress));
      progress.clear();
      if (report.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println(
                exit == ExitCode.REFUSED
                    ? "Refused: " + refused + "."
                    : "It failed; see "
                        + data.directory().resolve("logs").resolve("audit.log")
                        + ".");
        return exit == ExitCode.REFUSED ? ExitCode.REFUSED : ExitCode.FAILED;
      }
    }
    AuditText.lines(report.get(), style).forEach(out::println);
    out.flush();
    if (json != null) {
      Files.writeString(
          json,
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.get()) + "\n");
    }
    return report.get().problems().isEmpty() && report.get().notReplayed() == 0
        ? ExitCode.OK
        : ExitCode.FAILED;
  }

  private void heard(String line, ProgressLine progress) {
    try {
      JsonNode said = Json.mapper().readTree(line);
      if (said.has("phase")) {
        progress.show(
            said.get("phase").asText(), said.get("done").asLong(), said.get("total").asLong());
      } else if (said.has("report")) {
        report = Optional.of(Json.mapper().treeToValue(said.get("report"), AuditReport.class));
      } else if (said.has("refused")) {
        refused = said.get("refused").asText();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the audit said something unexpected: " + line, e);
    }
  }
}
