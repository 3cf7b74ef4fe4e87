package io.espalier.launcher.archive;

import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.archive.exporting.CampaignExport;
import io.espalier.audit.archive.exporting.ExportReport;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.SoftwareVersion;
import io.espalier.launcher.client.progress.ProgressLine;
import io.espalier.launcher.client.progress.Terminal;
import io.espalier.launcher.client.table.PlainText;
import io.espalier.launcher.command.DataOption;
import io.espalier.launcher.stack.BrokerAccess;
import io.espalier.launcher.stack.StackRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a campaign into a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write a campaign's events, masks and checkpoints into one file.",
      "",
      "Works whether the stack runs or not; if not, only the broker is started meanwhile. A"
          + " campaign that is still running is exported up to now. The same history gives the same"
          + " bytes; the root hash that is printed stands for all of them.",
      "What is in the file: docs/archives.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:exported",
      "1:failed; or exported, but the history is damaged and cannot be imported",
      "2:wrong use, there is no such campaign, or FILE exists"
    })
public final class ExportCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "the campaign's id")
  private String campaign;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "the file to write, such as study.zip")
  private Path file;

  @Option(names = "--force", description = "replace FILE if it exists")
  private boolean force;

  @Override
  public Integer call() throws StackRefused, IOException, InterruptedException {
    Path target = file.toAbsolutePath().normalize();
    if (!force && Files.exists(target)) {
      return refused(target + " exists; --force replaces it.");
    }
    if (Files.isDirectory(target) || !Files.isDirectory(target.getParent())) {
      return refused(target + " is a directory, or its directory does not exist.");
    }
    if (campaign.isBlank()) {
      return refused("CAMPAIGN is empty.");
    }
    try (BrokerAccess broker = BrokerAccess.open(data.directory());
        ProgressLine progress = new ProgressLine(out(), Terminal.style().colour())) {
      return told(
          new CampaignExport(
                  Map.of("bootstrap.servers", broker.bootstrapServers()),
                  data.artifacts(),
                  SoftwareVersion.text(),
                  progress::show)
              .run(campaign, target, force),
          target,
          progress);
    } catch (ArchiveRefused e) {
      return refused(PlainText.oneLine(e.getMessage()) + ", in " + data.directory() + ".");
    } catch (FileAlreadyExistsException e) {
      return refused(target + " exists; --force replaces it.");
    }
  }

  private int told(ExportReport report, Path target, ProgressLine progress) throws IOException {
    progress.clear();
    Manifest manifest = report.manifest();
    PrintWriter out = out();
    out.printf(
        "Exported campaign %s to %s: %d events, %d files, %.1f MB.%n",
        manifest.campaign(),
        target,
        manifest.events(),
        manifest.entries().size() - 1,
        Files.size(target) / 1e6);
    if (report.goesOn()) {
      out.println("The campaign is not finished: the file ends with what had happened by now.");
    }
    out.println("Root hash: " + manifest.root());
    out.flush();
    return report.flaws().isEmpty() ? ExitCode.OK : damaged(report.flaws());
  }

  private int damaged(List<String> flaws) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("The history is damaged; this file cannot be imported:");
    flaws.forEach(flaw -> err.println("  " + PlainText.oneLine(flaw)));
    return ExitCode.FAILED;
  }

  private int refused(String why) {
    spec.commandLine().getErr().println(why);
    return ExitCode.REFUSED;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
