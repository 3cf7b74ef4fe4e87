package io.espalier.launcher.dataset;

import io.espalier.datasets.reber.GrammarTask;
import io.espalier.datasets.source.AtomicFile;
import io.espalier.datasets.strings.LabelledString;
import io.espalier.datasets.strings.StringsCsv;
import io.espalier.launcher.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes strings of a grammar, and others, to a CSV file. */
@Command(
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file is written", "1:it cannot be written", "2:wrong use"})
abstract sealed class GenerateCommand implements Callable<Integer> {
  private final GrammarTask task;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "whole number; the same seed and count give the same file")
  private long seed;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "25000",
      description = "strings to write, 2 to 500000 (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "CSV file to write, columns string,label; replaced if it exists")
  private Path out;

  GenerateCommand(GrammarTask task) {
    this.task = task;
  }

  @Override
  public Integer call() {
    if (count < 2 || count > GrammarTask.MOST_STRINGS) {
      throw refused("--count is " + count + ", allowed: 2 to " + GrammarTask.MOST_STRINGS);
    }
    Path folder = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out) || !Files.isDirectory(folder)) {
      throw refused("--out is " + out + ", allowed: a file in a folder that exists");
    }
    List<LabelledString> strings = task.generate(seed, count);
    try {
      AtomicFile.write(out, StringsCsv.bytes(strings));
    } catch (IOException e) {
      spec.commandLine().getErr().println(out + " cannot be written: " + e);
      return ExitCode.FAILED;
    }
    spec.commandLine().getOut().println("Wrote " + count + " strings to " + out + ".");
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Strings of the Reber grammar. */
  @Command(
      name = "reber",
      description = {
        "Write different strings to a CSV file, half of them of the Reber grammar (label 1).",
        "Of the others (label 0), 44 %% use only the letters BEPSTVX."
      })
  static final class Reber extends GenerateCommand {
    Reber() {
      super(GrammarTask.REBER_GRAMMAR);
    }
  }

  /** Strings of the embedded Reber grammar. */
  @Command(
      name = "embedded-reber",
      description = {
        "Write different strings to a CSV file, half of them of the embedded Reber grammar"
            + " (label 1).",
        "Of the others (label 0), 20 %% differ in the outer letters only, 56 %% use foreign letters."
      })
  static final class EmbeddedReber extends GenerateCommand {
    EmbeddedReber() {
      super(GrammarTask.EMBEDDED_REBER_GRAMMAR);
    }
  }
}
