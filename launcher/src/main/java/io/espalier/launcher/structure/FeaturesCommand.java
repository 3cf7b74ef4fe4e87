package io.espalier.launcher.structure;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.table.PlainText;
import io.espalier.structure.comparison.StructureComparison;
import io.espalier.structure.feature.GraphFeatures;
import io.espalier.structure.file.GraphFile;
import io.espalier.structure.file.GraphFileRefused;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the features of graphs in files, or what distinguishes two of them. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    description = {
      "Print the structural features of a graph as one JSON object.",
      "",
      "FILE is an edge list (two node numbers on a line, # begins a comment) or GraphML.",
      "An undirected edge leads from the lower to the higher node; layers are longest paths.",
      "A feature that is not defined for the graph, such as the diameter of an unconnected one,"
          + " is null. Several files give one object on a line each, with the file's name.",
      "Definitions: docs/structure-features.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed",
      "2:wrong use, or a file is refused; all its problems are told, nothing is printed"
    })
public final class FeaturesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "edge list or GraphML")
  private List<Path> files;

  @Option(
      names = "--compare",
      paramLabel = "OTHER",
      description =
          "print how the graph in OTHER differs from the one in FILE: nodes and edges added and"
              + " removed, their overlap, the distance of the degrees, and each feature's delta")
  private Path other;

  private int refused;

  @Override
  public Integer call() {
    if (other != null && files.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--compare takes one FILE.");
    }
    List<String> printed = new ArrayList<>();
    for (Path file : files) {
      read(file).ifPresent(read -> print(file, read, printed));
    }
    if (refused > 0) {
      return ExitCode.REFUSED;
    }
    PrintWriter out = spec.commandLine().getOut();
    printed.forEach(out::println);
    out.flush();
    return ExitCode.OK;
  }

  private void print(Path file, GraphFile read, List<String> printed) {
    if (other != null) {
      read(other)
          .map(second -> StructureComparison.of(read.graph(), second.graph()))
          .ifPresent(comparison -> printed.add(StructureJson.of(comparison)));
    } else {
      GraphFeatures features = GraphFeatures.of(read.graph().graph());
      printed.add(
          files.size() == 1
              ? StructureJson.of(features)
              : StructureJson.line(file.toString(), features));
    }
  }

  private Optional<GraphFile> read(Path file) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      GraphFile read = GraphFile.read(file);
      if (read.repeatedEdges() > 0) {
        err.println(
            PlainText.oneLine(
                file + ": edges that are named again count once: " + read.repeatedEdges()));
      }
      return Optional.of(read);
    } catch (GraphFileRefused e) {
      refused++;
      e.problems().forEach(problem -> err.println(PlainText.oneLine(file + ": " + problem)));
      return Optional.empty();
    }
  }
}
