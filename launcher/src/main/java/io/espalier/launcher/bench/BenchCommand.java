package io.espalier.launcher.bench;

import io.espalier.launcher.stack.BenchmarkProcess;
import io.espalier.launcher.stack.Installation;
import io.espalier.launcher.stack.StackRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measure how fast this machine trains networks, on one core, and print a table.",
      "",
      "Each value is the median of repetitions after a warm-up. Where there is a target or a"
          + " figure of PyTorch, the ratio beside it is above 1 if the value is the better one."
          + " The machine's peak is a large product of float matrices; 'of peak' is the share of"
          + " it that the operations on kept weights reach.",
      "All takes some three minutes; nothing else should run meanwhile. Data is generated.",
      "What is measured, and figures: docs/benchmarks.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:failed",
      "2:wrong use, or an unknown name; the known ones are told"
    })
public final class BenchCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "benchmarks to run; without NAME and --filter all")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "also run those whose name contains TEXT; may be repeated")
  private List<String> filters = new ArrayList<>();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the figures to FILE, a list of {name, value, unit}")
  private Path json;

  @Option(names = "--quick", description = "shorter measurements, less exact; under a minute")
  private boolean quick;

  @Option(names = "--list", description = "print the benchmarks and their units, measure nothing")
  private boolean list;

  @Override
  public Integer call() throws StackRefused, IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(names);
    filters.forEach(filter -> arguments.add("--filter=" + filter));
    if (json != null) {
      arguments.add("--json=" + json.toAbsolutePath());
    }
    if (quick) {
      arguments.add("--quick");
    }
    if (list) {
      arguments.add("--list");
    }
    return BenchmarkProcess.run(Installation.find(), arguments);
  }
}
