package io.espalier.launcher.client.table;

import io.espalier.launcher.client.view.Result;
import java.util.List;
import java.util.Optional;

/** The results of a campaign for people: test accuracies in percent, beside the dense control. */
public final class ResultTable {
  private static final String CONTROL = "dense-control";
  private static final String DENSE = "dense";

  private ResultTable() {}

  /**
   * The table's lines. The last column is the difference of the mean to the dense control's, in
   * percentage points; it is left out where there is no control to compare with.
   */
  public static List<String> lines(List<Result> results) {
    Optional<Result> control = results.stream().filter(r -> r.method().equals(CONTROL)).findFirst();
    TextTable table =
        control.isPresent()
            ? new TextTable(
                "method", "sparsity>", "accuracy>", "std>", "trials>", "to dense control>")
            : new TextTable("method", "sparsity>", "accuracy>", "std>", "trials>");
    for (Result r : results) {
      String mean = Shares.percent(r.accuracyMean());
      String std = Shares.percent(r.accuracyStd());
      String sparsity = Shares.shortPercent(r.sparsity());
      String trials = Long.toString(r.trials());
      if (control.isPresent()) {
        table.row(r.method(), sparsity, mean, std, trials, difference(r, control.get()));
      } else {
        table.row(r.method(), sparsity, mean, std, trials);
      }
    }
    return table.lines();
  }

  private static String difference(Result result, Result control) {
    return result.method().equals(CONTROL) || result.method().equals(DENSE)
        ? ""
        : Shares.points(result.accuracyMean() - control.accuracyMean()) + " points";
  }
}
