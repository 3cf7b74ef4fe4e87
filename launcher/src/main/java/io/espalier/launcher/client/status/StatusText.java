package io.espalier.launcher.client.status;

import io.espalier.launcher.client.table.PlainText;
import io.espalier.launcher.client.table.Spans;
import io.espalier.launcher.client.table.TextTable;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.DeadLetter;
import io.espalier.launcher.client.view.Workers;
import io.espalier.launcher.control.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A status report as lines for people; pure. */
final class StatusText {

  private StatusText() {}

  /**
   * The report's lines.
   *
   * @param now tells how long things have taken
   */
  static List<String> lines(StatusReport report, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add("UI: " + report.ui());
    lines.add("");
    lines.addAll(services(report.services()));
    lines.add("");
    report.trouble().ifPresent(trouble -> lines.add("Not known: " + PlainText.oneLine(trouble)));
    report.history().ifPresent(history -> lines.addAll(history(report, history, now)));
    return lines;
  }

  private static List<String> services(List<StackStatus.Service> services) {
    TextTable table = new TextTable("service", "state", "pid>", "port>", "restarts>");
    for (StackStatus.Service s : services) {
      table.row(
          s.name(),
          StatusReport.healthy(s) ? s.state() : s.state() + " (!)",
          s.pid() == null ? "-" : s.pid().toString(),
          s.port() == 0 ? "-" : Integer.toString(s.port()),
          Integer.toString(s.restarts()));
    }
    return table.lines();
  }

  private static List<String> history(
      StatusReport report, StatusReport.History history, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add("Trainers: " + report.trainers() + "; trainings in the queue: " + history.queued());
    if (!history.workers().isEmpty()) {
      lines.addAll(slots(history.workers(), now));
    }
    lines.add("");
    lines.add(
        "Campaigns: "
            + history.campaigns().size()
            + " under way, "
            + history.endedCampaigns()
            + " ended");
    if (!history.campaigns().isEmpty()) {
      lines.addAll(campaigns(history.campaigns()));
    }
    lines.add("");
    lines.add("Dead letters: " + history.deadLetters());
    if (history.deadLetters() > 0) {
      lines.addAll(deadLetters(history.latestDeadLetters()));
    }
    return lines;
  }

  private static List<String> slots(List<Workers.Worker> workers, Instant now) {
    TextTable table = new TextTable("trainer", "device", "slot>", "trains", "for>");
    for (Workers.Worker w : workers) {
      String name = w.alive() ? w.worker() : w.worker() + " (lost)";
      for (Workers.Slot s : w.slots()) {
        boolean idle = s.trial() == null;
        table.row(
            name,
            w.device(),
            Integer.toString(s.slot()),
            idle ? "idle" : s.trial() + " " + s.branch() + " step " + s.step(),
            s.since() == null || idle
                ? ""
                : Spans.text(Duration.between(Instant.parse(s.since()), now)));
      }
    }
    return table.lines();
  }

  private static List<String> campaigns(List<Campaign> campaigns) {
    TextTable table =
        new TextTable("id", "name", "state", "ended>", "training>", "queued>", "failed>");
    for (Campaign c : campaigns) {
      table.row(
          c.id(),
          PlainText.cut(c.name(), 40),
          c.state().name().toLowerCase(Locale.ROOT),
          c.counts().ended() + " of " + c.trainings(),
          Long.toString(c.counts().training()),
          Long.toString(c.counts().queued()),
          Long.toString(c.counts().failed()));
    }
    return table.lines();
  }

  private static List<String> deadLetters(List<DeadLetter> letters) {
    TextTable table = new TextTable("topic/partition/offset", "refused by", "reason");
    letters.forEach(l -> table.row(l.position(), l.service(), PlainText.cut(l.reason(), 100)));
    return table.lines();
  }
}
