package io.espalier.audit.verification;

import io.espalier.events.TrialEvent;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of two events a service comes to first as it goes through a plan. */
final class PlannedOrder {
  private static final Pattern NUMBERED = Pattern.compile(".*\\.(\\d{1,9})");

  private PlannedOrder() {}

  /** Whether one is planned after the other; false if the plan does not say. */
  static boolean isAfter(TrialEvent one, TrialEvent other) {
    OptionalInt first = place(one, other.plan());
    OptionalInt second = place(other, one.plan());
    return first.isPresent() && second.isPresent() && first.getAsInt() > second.getAsInt();
  }

  /** Among events of one trial that of the branch, among trials that of the trial. */
  private static OptionalInt place(TrialEvent told, TrialPlan beside) {
    return told.plan().trial().equals(beside.trial()) ? branch(told) : number(told.plan().trial());
  }

  private static OptionalInt branch(TrialEvent told) {
    List<String> names = told.plan().branches().stream().map(BranchPlan::name).toList();
    int place = names.indexOf(told.at().branch());
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  private static OptionalInt number(String trial) {
    Matcher numbered = NUMBERED.matcher(trial);
    return numbered.matches()
        ? OptionalInt.of(Integer.parseInt(numbered.group(1)))
        : OptionalInt.empty();
  }
}
