package io.espalier.audit.verification;

import io.espalier.envelope.Cause;
import io.espalier.events.TrialEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Do events stand in an order that can be? Within a partition, an event stands behind all that led
 * to it; and what a service told for one reason stands in the order of the plan: trials by number,
 * branches as they were launched. Clocks are not asked, for they may be set; nor trainers, for two
 * machines may work on one training after each other; nor retries, which nobody plans.
 */
final class OrderCheck implements Check {
  private static final String TRAINERS = "trainer-service";

  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    Map<String, Recorded> lastOfCause = new HashMap<>();
    for (Recorded recorded : chronicle.events()) {
      ancestorBehind(recorded, chronicle)
          .ifPresent(
              late ->
                  findings.problem(
                      recorded, "stands before " + late.id() + ", which it follows from"));
      recorded.cause().ifPresent(cause -> siblings(cause.id(), recorded, lastOfCause, findings));
    }
  }

  private static Optional<Recorded> ancestorBehind(Recorded recorded, Chronicle chronicle) {
    Set<String> seen = new HashSet<>(Set.of(recorded.id()));
    Optional<Recorded> ancestor = causeOf(recorded, chronicle);
    while (ancestor.isPresent() && seen.add(ancestor.get().id())) {
      Recorded earlier = ancestor.get();
      if (earlier.sharesPartitionWith(recorded)
          && earlier.position().offset() > recorded.position().offset()) {
        return ancestor;
      }
      ancestor = causeOf(earlier, chronicle);
    }
    return Optional.empty();
  }

  private static void siblings(
      String cause, Recorded recorded, Map<String, Recorded> lastOfCause, Findings findings) {
    if (recorded.source().equals(TRAINERS)
        || !(recorded.event() instanceof TrialEvent told)
        || told.plan().attempt() > 1) {
      return;
    }
    Recorded before = lastOfCause.put(cause + "\n" + told.getClass().getName(), recorded);
    if (before != null
        && before.sharesPartitionWith(recorded)
        && PlannedOrder.isAfter((TrialEvent) before.event(), told)) {
      findings.problem(recorded, "stands behind " + before.id() + ", which is planned after it");
    }
  }

  private static Optional<Recorded> causeOf(Recorded recorded, Chronicle chronicle) {
    return recorded.cause().map(Cause::id).flatMap(chronicle::event);
  }
}
