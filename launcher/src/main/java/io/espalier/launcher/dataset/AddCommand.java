package io.espalier.launcher.dataset;

import io.espalier.datasets.CatalogueEntry;
import io.espalier.datasets.CsvDataset;
import io.espalier.datasets.CsvDataset.HeldOut;
import io.espalier.datasets.DatasetRefused;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.datasets.strings.CsvColumns;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.table.PlainText;
import io.espalier.launcher.command.DataOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers a user's labelled strings. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Add labelled strings from CSV files, so that a campaign file can name them.",
      "The files are copied into the data directory. Files with problems are refused with all of"
          + " them, and nothing is written. A tenth of the training file is for validation."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is added",
      "1:the data directory cannot be written",
      "2:wrong use, the name is taken, or a file is refused"
    })
final class AddCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "1 to 64 of a-z, 0-9, '-', '_' and '.'")
  private String name;

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "CSV file to train and validate on")
  private Path train;

  @ArgGroup(multiplicity = "1")
  private Test test;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "with --test-share: decides which strings are for testing")
  private Long seed;

  @Option(
      names = "--string-column",
      paramLabel = "COLUMN",
      defaultValue = "string",
      description = "its name in the header line (default: ${DEFAULT-VALUE})")
  private String stringColumn;

  @Option(
      names = "--label-column",
      paramLabel = "COLUMN",
      defaultValue = "label",
      description = "its name in the header line (default: ${DEFAULT-VALUE})")
  private String labelColumn;

  @Option(
      names = "--classes",
      paramLabel = "K",
      defaultValue = "2",
      description = "labels are 0 to K - 1; K is 2 to 128 (default: ${DEFAULT-VALUE})")
  private int classes;

  @Option(names = "--replace", description = "replace a dataset of this name that was added before")
  private boolean replace;

  /** One of the two. */
  static final class Test {
    @Option(
        names = "--test",
        required = true,
        paramLabel = "FILE",
        description = "CSV file to report results on, with the same columns")
    private Path file;

    @Option(
        names = "--test-share",
        required = true,
        paramLabel = "SHARE",
        description = "share of the training file to report results on instead, such as 0.2")
    private Double share;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      CatalogueEntry added = data.datasets().add(csv(), replace);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "Added %s: %d strings of at most %d letters, %d classes. Name it in a campaign file:"
              + " dataset: %s%n",
          added.name(),
          added.samples(),
          added.shape().samples().match(v -> 0, i -> 0, sequence -> sequence.longest()),
          added.shape().classes(),
          added.name());
      out.flush();
      return ExitCode.OK;
    } catch (DatasetRefused e) {
      e.lines().forEach(line -> err.println(PlainText.oneLine(line)));
      return ExitCode.REFUSED;
    } catch (DatasetUnavailable e) {
      err.println(e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private CsvDataset csv() {
    if ((test.share != null) != (seed != null)) {
      throw new ParameterException(
          spec.commandLine(), "--test-share and --seed belong together: name both or neither.");
    }
    try {
      HeldOut held =
          test.share != null ? new HeldOut.Share(test.share, seed) : new HeldOut.File(test.file);
      CsvColumns columns = new CsvColumns(stringColumn, labelColumn, classes);
      return new CsvDataset(name, train, held, columns);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
