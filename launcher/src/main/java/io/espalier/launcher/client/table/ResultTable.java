package io.espalier.launcher.client.table;

import io.espalier.launcher.client.view.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of a campaign for people: test accuracies in percent, beside the dense control. */
public final class ResultTable {
  private static final String CONTROL = "dense-control";

  private ResultTable() {}

  /**
   * The table's lines. Designs are named if there are several. The last column is the difference of
   * the mean to that of the same design's dense control, in percentage points; it is left out where
   * there is no control to compare with.
   */
  public static List<String> lines(List<Result> results) {
    Map<String, Result> controls =
        results.stream()
            .filter(r -> r.method().equals(CONTROL))
            .collect(Collectors.toMap(Result::design, r -> r, (first, further) -> first));
    boolean designs = results.stream().map(Result::design).distinct().count() > 1;
    boolean compared = !controls.isEmpty();
    List<String> head = new ArrayList<>();
    if (designs) {
      head.add("design");
    }
    head.addAll(List.of("method", "sparsity>", "accuracy>", "std>", "trials>"));
    if (compared) {
      head.add("to dense control>");
    }
    TextTable table = new TextTable(head.toArray(String[]::new));
    for (Result r : results) {
      List<String> row = new ArrayList<>();
      if (designs) {
        row.add(r.design());
      }
      row.add(r.name());
      row.add(Shares.shortPercent(r.sparsity()));
      row.add(Shares.percent(r.accuracyMean()));
      row.add(Shares.percent(r.accuracyStd()));
      row.add(Long.toString(r.trials()));
      if (compared) {
        row.add(difference(r, Optional.ofNullable(controls.get(r.design()))));
      }
      table.row(row.toArray(String[]::new));
    }
    return table.lines();
  }

  private static String difference(Result result, Optional<Result> control) {
    return result.method().equals(CONTROL) || result.step() == 0
        ? ""
        : control
            .map(c -> Shares.points(result.accuracyMean() - c.accuracyMean()) + " points")
            .orElse("");
  }
}
