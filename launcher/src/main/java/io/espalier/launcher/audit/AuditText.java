package io.espalier.launcher.audit;

import io.espalier.audit.verification.AuditReport;
import io.espalier.audit.verification.Problem;
import io.espalier.audit.verification.StepRow;
import io.espalier.launcher.client.progress.Style;
import io.espalier.launcher.client.table.PlainText;
import io.espalier.launcher.client.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines for people. */
final class AuditText {
  private AuditText() {}

  static List<String> lines(AuditReport report, Style style) {
    List<String> lines = new ArrayList<>();
    List<String> steps = steps(report);
    lines.add(style.strong(steps.get(0)));
    for (int i = 0; i < report.steps().size(); i++) {
      String line = steps.get(i + 1);
      lines.add(report.steps().get(i).ok() ? line : style.bad(line));
    }
    if (!report.notes().isEmpty()) {
      lines.add("");
      report.notes().forEach(note -> lines.add("Note: " + PlainText.oneLine(note)));
    }
    if (!report.problems().isEmpty()) {
      lines.add("");
      lines.add(style.strong("What is wrong"));
      for (Problem problem : report.problems()) {
        lines.add("  " + style.bad(problem.at()) + "  " + PlainText.oneLine(problem.what()));
      }
    }
    lines.add("");
    lines.add(verdict(report, style));
    return List.copyOf(lines);
  }

  private static List<String> steps(AuditReport report) {
    TextTable table =
        new TextTable("Trial", "Attempt>", "Step", "State", "Kept>", "Of>", "Verdict");
    for (StepRow step : report.steps()) {
      table.row(
          step.trial(),
          String.valueOf(step.attempt()),
          step.at(),
          step.state(),
          step.kept().map(AuditText::number).orElse(""),
          step.total().map(AuditText::number).orElse(""),
          step.problem()
              .map(problem -> "BROKEN: " + PlainText.cut(problem, 60))
              .orElse("ok" + step.replayed().map(same -> ", " + same).orElse("")));
    }
    return table.lines();
  }

  private static String verdict(AuditReport report, Style style) {
    String extent =
        String.format(
            Locale.ROOT,
            "%s: %,d events, %,d steps, %,d files, %.1f s",
            report.campaign(),
            report.events(),
            report.steps().size(),
            report.files(),
            report.seconds());
    int problems = report.problems().size();
    if (problems == 0 && report.notReplayed() > 0) {
      return style.bad("HOLDS, but " + report.notReplayed() + " steps could not be computed again")
          + "  "
          + extent;
    }
    return problems == 0
        ? style.good("HOLDS") + "  " + extent
        : style.bad("BROKEN in " + problems + (problems == 1 ? " place" : " places"))
            + "  "
            + extent;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
