package io.espalier.audit.verification;

import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service has to tell for a training.
 *
 * @param what it is, for people
 * @param ids the events of which one is enough
 * @param unless an event without which nothing is owed; absent: it is owed in any case
 */
record Owed(String service, String what, List<String> ids, Optional<String> unless) {
  static final String PRUNING = "pruning-service";
  static final String PREDICTOR = "predictor-service";

  static List<Owed> of(Trained trained) {
    TrialPlan plan = trained.plan();
    StepRef at = trained.at();
    TrainingKey key = TrainingKey.of(plan, at);
    List<Owed> debts = new ArrayList<>();
    debts.add(
        new Owed(
            PREDICTOR,
            "what was observed of it",
            List.of(key + "/observed"),
            Optional.of(key + "/predicted")));
    if (at.equals(StepRef.BASE)) {
      plan.following(at).forEach(next -> debts.add(step(key.other(next), Optional.empty())));
      if (plan.branches().isEmpty()) {
        debts.add(end(key));
      }
    } else {
      plan.branch(at.branch()).ifPresent(branch -> debts.add(goesOn(branch, key)));
      plan.after(at.branch()).forEach(next -> debts.add(step(key.other(next), ended(key))));
    }
    return List.copyOf(debts);
  }

  boolean isTold(Chronicle chronicle) {
    return unless.filter(id -> chronicle.event(id).isEmpty()).isPresent()
        || ids.stream().anyMatch(id -> chronicle.event(id).isPresent());
  }

  private static Owed step(TrainingKey next, Optional<String> unless) {
    return new Owed(
        PRUNING,
        "the pruning step " + next.at(),
        List.of(next + "/pruned", next + "/pruning-failed"),
        unless);
  }

  private static Optional<String> ended(TrainingKey last) {
    return Optional.of(last + "/schedule-finished");
  }

  private static Owed end(TrainingKey last) {
    return new Owed(
        PRUNING, "the end of its schedule", ended(last).stream().toList(), Optional.empty());
  }

  /** The next step, or an end: planned or early. */
  private static Owed goesOn(BranchPlan branch, TrainingKey key) {
    Owed end = end(key);
    if (key.at().step() == branch.steps()) {
      return end;
    }
    Owed step = step(key.other(new StepRef(branch.name(), key.at().step() + 1)), Optional.empty());
    List<String> either = new ArrayList<>(step.ids());
    either.addAll(end.ids());
    return new Owed(PRUNING, step.what(), List.copyOf(either), Optional.empty());
  }
}
