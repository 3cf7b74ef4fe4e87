package io.espalier.audit.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.plan.Require;
import java.util.List;

/**
 * What the verification of a campaign came to.
 *
 * @param events records of the campaign, repeated ones included
 * @param files different files that its events refer to
 * @param steps in the order of the plan
 * @param notes what is no fault and yet worth knowing
 * @param seconds wall time
 * @param notReplayed steps that were to be computed again and could not be
 */
public record AuditReport(
    String campaign,
    long events,
    int files,
    List<StepRow> steps,
    List<Problem> problems,
    List<String> notes,
    double seconds,
    @JsonProperty(defaultValue = "0") long notReplayed) {
  public AuditReport {
    Require.text("campaign", campaign);
    Require.atLeast("events", events, 0);
    Require.atLeast("files", files, 0);
    steps = Require.list("steps", steps);
    problems = Require.list("problems", problems);
    notes = Require.list("notes", notes);
    Require.finiteNonNegative("seconds", seconds);
    Require.atLeast("notReplayed", notReplayed, 0);
  }

  /** {@code holds} if nothing is wrong, otherwise {@code broken}. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String verdict() {
    return problems.isEmpty() ? "holds" : "broken";
  }
}
