package io.espalier.launcher.dataset;

import io.espalier.datasets.CatalogueEntry;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.table.TextTable;
import io.espalier.launcher.command.DataOption;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the catalogue. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Show all datasets that a campaign file can name.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a registered dataset cannot be read", "2:wrong use"})
final class ListCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DatasetCatalogue datasets = data.datasets();
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("NAME", "KIND", "SAMPLES>", "CLASSES>", "FROM");
    for (CatalogueEntry entry : datasets.entries()) {
      table.row(
          entry.name(),
          entry.shape().samples().kind(),
          String.valueOf(entry.samples()),
          String.valueOf(entry.shape().classes()),
          entry.origin());
    }
    table.lines().forEach(out::println);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    datasets.unreadable().forEach((name, problem) -> err.println(name + ": " + problem));
    return datasets.unreadable().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
