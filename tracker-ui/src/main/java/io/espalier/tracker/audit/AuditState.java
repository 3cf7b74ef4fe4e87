package io.espalier.tracker.audit;

import io.espalier.audit.verification.AuditReport;
import io.espalier.audit.verification.Problem;
import io.espalier.audit.verification.StepRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A verification of a campaign.
 *
 * @param state {@code none}, {@code running} or {@code done}
 * @param checked trainings and pruning steps looked at so far
 * @param total of them; 0 while the log is being read
 * @param startedAt null if there was none
 * @param seconds wall time so far
 * @param verdict {@code holds}, {@code broken}, or {@code failed} if the audit could not be done,
 *     which says nothing of the history; null until done
 */
public record AuditState(
    String state,
    long checked,
    long total,
    Instant startedAt,
    double seconds,
    String verdict,
    List<Problem> problems,
    List<Step> steps) {
  static final AuditState NONE = new AuditState("none", 0, 0, null, 0, null, List.of(), List.of());

  /**
   * One training with the pruning step before it.
   *
   * @param problem the first thing that is wrong; null if nothing is
   */
  public record Step(String trial, String at, boolean ok, String problem) {
    static Step of(StepRow row) {
      return new Step(row.trial(), row.at(), row.ok(), row.problem().orElse(null));
    }
  }

  static AuditState running(long checked, long total, Instant startedAt) {
    return new AuditState(
        "running", checked, total, startedAt, since(startedAt), null, List.of(), List.of());
  }

  static AuditState done(
      AuditReport report, List<Problem> problems, long total, Instant startedAt) {
    return new AuditState(
        "done",
        total,
        total,
        startedAt,
        since(startedAt),
        problems.isEmpty() ? "holds" : "broken",
        problems,
        report.steps().stream().map(Step::of).toList());
  }

  /** The audit could not be done. */
  static AuditState failed(String why, Instant startedAt) {
    return new AuditState(
        "done",
        0,
        0,
        startedAt,
        since(startedAt),
        "failed",
        List.of(new Problem("audit", why)),
        List.of());
  }

  private static double since(Instant start) {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }
}
