package io.espalier.audit.verification;

import io.espalier.envelope.Cause;
import java.util.Optional;

/** Does every event that needs a cause name one that is there and of the right kind? */
final class ChainCheck implements Check {
  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    for (Recorded recorded : chronicle.events()) {
      link(recorded, chronicle, findings);
    }
  }

  private static void link(Recorded recorded, Chronicle chronicle, Findings findings) {
    if (CauseRules.needsNone(recorded.event())) {
      recorded
          .cause()
          .ifPresent(
              cause ->
                  findings.problem(recorded, "names " + cause.id() + " as cause, allowed: none"));
      return;
    }
    Optional<Cause> named = recorded.cause();
    if (named.isEmpty()) {
      findings.problem(
          recorded, "names no cause, needed: " + CauseRules.expected(recorded.event()));
      return;
    }
    Optional<Recorded> cause = chronicle.event(named.get().id());
    if (cause.isEmpty()) {
      findings.problem(
          recorded, "its cause " + named.get().id() + " is not in the log: it was removed");
    } else if (!CauseRules.fits(recorded.event(), cause.get().event())) {
      findings.problem(
          recorded,
          "names "
              + named.get().id()
              + " as cause, needed: "
              + CauseRules.expected(recorded.event()));
    }
  }
}
