package io.espalier.replay;

import io.espalier.audit.verification.Problem;
import io.espalier.audit.verification.Verified.Work;
import io.espalier.events.Provenance;
import io.espalier.events.TrialEvent;
import java.util.List;
import java.util.Optional;

/**
 * What computing an event again came to.
 *
 * @param row number of the step in the report, or -1
 * @param same what came out the same, for people
 * @param problem what came out otherwise
 * @param note about this replay, for people
 */
record Replayed(int row, Optional<String> same, Optional<Problem> problem, Optional<String> note) {

  static Replayed same(Work<?> work, String what) {
    return new Replayed(work.row(), Optional.of(what), Optional.empty(), Optional.empty());
  }

  /** Nothing could be compared, which is no fault of the history. */
  static Replayed skipped(Work<?> work, String why) {
    return new Replayed(
        work.row(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(work.event().eventId() + " was not computed again: " + why));
  }

  /** Computing it again ended in an error, which is told where the event stands. */
  static Replayed broken(Work<? extends TrialEvent> work, RuntimeException e) {
    return new Replayed(
        work.row(),
        Optional.empty(),
        Optional.of(
            new Problem(
                work.position(), work.event().eventId() + ": computing it again failed: " + e)),
        Optional.empty());
  }

  /** Whether nothing could be compared. */
  boolean isSkipped() {
    return same.isEmpty() && problem.isEmpty();
  }

  /**
   * Something came out otherwise.
   *
   * @param provenance who told it; a different machine or version is named as a possible reason
   */
  static Replayed different(
      Work<? extends TrialEvent> work, List<String> differences, Optional<Provenance> provenance) {
    String what =
        work.event().eventId()
            + ": computed again it is different: "
            + String.join("; ", differences)
            + provenance.flatMap(Here::difference).orElse("");
    return new Replayed(
        work.row(),
        Optional.empty(),
        Optional.of(new Problem(work.position(), what)),
        Optional.empty());
  }
}
