package io.espalier.launcher.dataset;

import io.espalier.datasets.DatasetCatalogue;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.command.DataOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a registered dataset. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Remove a dataset that was added; asks first.",
      "Trials that name it can no longer be trained."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is removed",
      "1:not confirmed, or its files cannot be deleted",
      "2:wrong use, or there is no such dataset"
    })
final class RemoveCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "name in the catalogue")
  private String name;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    DatasetCatalogue datasets = data.datasets();
    PrintWriter err = spec.commandLine().getErr();
    if (DatasetCatalogue.isBuiltIn(name)) {
      err.println(name + " came with Espalier and cannot be removed.");
      return ExitCode.REFUSED;
    }
    if (!datasets.shapes().containsKey(name) && !datasets.unreadable().containsKey(name)) {
      err.println("There is no dataset " + name + " in " + data.directory() + ".");
      return ExitCode.REFUSED;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (!yes && !confirmed(out)) {
      err.println("Not removed.");
      return ExitCode.FAILED;
    }
    try {
      datasets.remove(name);
    } catch (DatasetUnavailable e) {
      err.println(e.getMessage());
      return ExitCode.FAILED;
    }
    out.println("Removed " + name + ".");
    out.flush();
    return ExitCode.OK;
  }

  /** An end of input is no. */
  private boolean confirmed(PrintWriter out) throws IOException {
    out.print("Remove dataset " + name + " and its files? Type yes: ");
    out.flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    return answer != null && answer.strip().equalsIgnoreCase("yes");
  }
}
