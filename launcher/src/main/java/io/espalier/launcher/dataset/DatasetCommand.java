package io.espalier.launcher.dataset;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about datasets. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "List what can be trained on, add labelled strings of your own, and generate strings.",
      "docs/datasets.md describes every dataset and the format of the files."
    },
    subcommands = {
      ListCommand.class,
      AddCommand.class,
      RemoveCommand.class,
      GenerateCommand.Reber.class,
      GenerateCommand.EmbeddedReber.class
    })
public final class DatasetCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
