package io.espalier.benchmarks.report;

import io.espalier.benchmarks.harness.Goal;
import io.espalier.benchmarks.harness.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report as a table. Ratios are such that above 1 is better, whatever the unit. */
public final class ResultTable {
  private static final List<String> HEAD =
      List.of(
          "benchmark", "value", "unit", "spread", "target", "ratio", "PyTorch", "ratio", "of peak");
  private static final double BUSY = 0.9;
  private static final int FIRST_NUMBER = 1;
  private static final int UNIT = 2;

  private ResultTable() {}

  /** All lines, ready to print. */
  public static List<String> lines(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    report.measurements().forEach(measurement -> rows.add(row(report, measurement)));
    List<Integer> widths =
        IntStream.range(0, HEAD.size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .boxed()
            .toList();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    List<String> busy =
        report.measurements().stream()
            .filter(m -> m.core() < BUSY)
            .map(
                m -> String.format(Locale.ROOT, "%s %.0f %%", m.benchmark().name(), 100 * m.core()))
            .toList();
    if (!busy.isEmpty()) {
      lines.add("");
      lines.add("Other processes kept the machine busy; an idle one is faster. Share of a core:");
      lines.add("  " + String.join(", ", busy));
    }
    return lines;
  }

  private static List<String> row(Report report, Measurement measurement) {
    Goal goal = measurement.benchmark().goal();
    double value = measurement.median();
    OptionalDouble target = goal.target(report.medians());
    return List.of(
        measurement.benchmark().name(),
        number(value),
        measurement.benchmark().unit(),
        percent(measurement.spread()),
        optional(target),
        ratio(goal, value, target),
        optional(goal.pyTorch()),
        ratio(goal, value, goal.pyTorch()),
        report.shareOfPeak(measurement).stream()
            .mapToObj(ResultTable::percent)
            .findFirst()
            .orElse(""));
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            c -> {
              String pad = " ".repeat(widths.get(c) - row.get(c).length());
              boolean right = c >= FIRST_NUMBER && c != UNIT;
              return right ? pad + row.get(c) : row.get(c) + pad;
            })
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String ratio(Goal goal, double value, OptionalDouble other) {
    return other.stream()
        .map(o -> goal.higherIsBetter() ? value / o : o / value)
        .mapToObj(r -> String.format(Locale.ROOT, "%.2f", r))
        .findFirst()
        .orElse("");
  }

  private static String optional(OptionalDouble value) {
    return value.stream().mapToObj(ResultTable::number).findFirst().orElse("");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
