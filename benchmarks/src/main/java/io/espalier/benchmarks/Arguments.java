package io.espalier.benchmarks;

import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Effort;
import io.espalier.benchmarks.report.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for; {@code ./espalier bench} has checked its form.
 *
 * @param chosen benchmarks in the order of the catalogue
 * @param effort how long each is measured
 * @param list whether only their names are wanted
 * @param json where the figures are also to go
 */
record Arguments(List<Benchmark> chosen, Effort effort, boolean list, Optional<JsonFile> json) {

  /** The command line cannot be followed. */
  static final class Refused extends Exception {
    Refused(String message) {
      super(message);
    }
  }

  Arguments {
    chosen = List.copyOf(chosen);
  }

  /**
   * Reads {@code [--quick] [--list] [--json=FILE] [--filter=TEXT] [NAME...]}.
   *
   * @throws Refused if a name is unknown, or nothing is chosen
   */
  static Arguments parse(List<String> arguments, List<Benchmark> catalogue) throws Refused {
    Effort effort = Effort.FULL;
    boolean list = false;
    Optional<JsonFile> json = Optional.empty();
    List<String> filters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String argument : arguments) {
      if (argument.equals("--quick")) {
        effort = Effort.QUICK;
      } else if (argument.equals("--list")) {
        list = true;
      } else if (argument.startsWith("--json=")) {
        json = Optional.of(new JsonFile(Path.of(after(argument))));
      } else if (argument.startsWith("--filter=")) {
        filters.add(after(argument));
      } else {
        names.add(argument);
      }
    }
    return new Arguments(chosen(catalogue, names, filters), effort, list, json);
  }

  private static String after(String option) {
    return option.substring(option.indexOf('=') + 1);
  }

  private static List<Benchmark> chosen(
      List<Benchmark> catalogue, Set<String> names, List<String> filters) throws Refused {
    List<String> known = catalogue.stream().map(Benchmark::name).toList();
    List<String> unknown = names.stream().filter(n -> !known.contains(n)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new Refused(
          "There is no benchmark "
              + String.join(", ", unknown)
              + ". There are:\n  "
              + String.join("\n  ", known));
    }
    boolean all = names.isEmpty() && filters.isEmpty();
    List<Benchmark> chosen =
        catalogue.stream()
            .filter(
                b ->
                    all
                        || names.contains(b.name())
                        || filters.stream().anyMatch(b.name()::contains))
            .toList();
    if (chosen.isEmpty()) {
      throw new Refused(
          "No benchmark's name contains "
              + String.join(" or ", filters)
              + ". There are:\n  "
              + String.join("\n  ", known));
    }
    return chosen;
  }
}
