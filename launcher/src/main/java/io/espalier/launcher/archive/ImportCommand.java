package io.espalier.launcher.archive;

import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.archive.importing.CampaignImport;
import io.espalier.audit.archive.importing.CheckedArchive;
import io.espalier.audit.archive.importing.ImportReport;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.progress.ProgressLine;
import io.espalier.launcher.client.progress.Terminal;
import io.espalier.launcher.client.table.PlainText;
import io.espalier.launcher.command.DataOption;
import io.espalier.launcher.stack.BrokerAccess;
import io.espalier.launcher.stack.ControlFile;
import io.espalier.launcher.stack.StackRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a campaign in from a file. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Bring in a campaign that was exported, as history that nobody acts upon.",
      "",
      "Everything is checked first, and nothing is written if anything is wrong. An import that was"
          + " interrupted is completed by repeating it. Works whether the stack runs or not.",
      "What is checked: docs/archives.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:imported, or it was before",
      "1:failed; repeating it goes on",
      "2:wrong use, or the file is refused; all its problems are told, nothing is written"
    })
public final class ImportCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "a file that export wrote")
  private Path file;

  @Option(
      names = "--root",
      paramLabel = "HASH",
      description = "the root hash that the sender told you; any other is refused")
  private String root;

  @Override
  public Integer call() throws StackRefused, IOException, InterruptedException {
    if (root != null && !root.matches("[0-9a-f]{64}")) {
      throw new ParameterException(
          spec.commandLine(),
          "HASH is '" + PlainText.oneLine(root) + "', allowed: 64 lower-case hexadecimal digits");
    }
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      err.println(file + " is no file that can be read.");
      return ExitCode.REFUSED;
    }
    PrintWriter out = spec.commandLine().getOut();
    try (ProgressLine progress = new ProgressLine(out, Terminal.style().colour());
        CheckedArchive archive =
            CheckedArchive.open(file, Optional.ofNullable(root), progress::show);
        BrokerAccess broker = broker()) {
      ImportReport report =
          new CampaignImport(
                  Map.of("bootstrap.servers", broker.bootstrapServers()),
                  data.artifacts(),
                  progress::show)
              .run(archive);
      progress.clear();
      told(report, out);
      return ExitCode.OK;
    } catch (ArchiveRefused e) {
      e.problems().forEach(problem -> err.println(PlainText.oneLine(file + ": " + problem)));
      return ExitCode.REFUSED;
    }
  }

  /** A data directory that holds nothing yet gets its log now. */
  private BrokerAccess broker() throws StackRefused, InterruptedException {
    return ControlFile.read(data.directory()).isPresent()
        ? BrokerAccess.open(data.directory())
        : BrokerAccess.start(data.directory());
  }

  private void told(ImportReport report, PrintWriter out) {
    Manifest manifest = report.manifest();
    if (report.told() == 0) {
      out.printf("Campaign %s was imported before; nothing was missing.%n", manifest.campaign());
    } else {
      out.printf(
          "Imported campaign %s (%s): %d events, %d files.%n",
          manifest.campaign(),
          PlainText.oneLine(manifest.name()),
          report.told(),
          manifest.entries().size() - 1);
    }
    out.println("Root hash: " + manifest.root());
    ControlFile.read(data.directory())
        .ifPresent(stack -> out.println("See it at " + stack.ui() + "."));
    out.flush();
  }
}
