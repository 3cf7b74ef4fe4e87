package io.espalier.audit.verification;

import io.espalier.envelope.Position;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Is anything missing that must have been told? Nothing points at the last event of a line, so its
 * absence shows only in others: a training has all its epochs, an observation its prediction, and
 * what a service owes for one training it told before it took the next one of the same partition.
 */
final class GapsCheck implements Check {
  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    for (Recorded recorded : chronicle.events()) {
      if (recorded.event() instanceof Trained trained) {
        epochs(recorded, trained, chronicle, findings);
      } else if (recorded.event() instanceof EpochFinished epoch && epoch.epoch() > 1) {
        before(recorded, epoch, chronicle, findings);
      } else if (recorded.event() instanceof Observed observed
          && predictionIsDue(observed, chronicle)
          && !chronicle.has(TrainingKey.of(observed.plan(), observed.at()), "predicted")) {
        findings.problem(recorded, "judges a prediction that is not in the log: it was removed");
      }
    }
    owed(chronicle, findings);
  }

  /**
   * A branch that takes up the structure of another is predicted when the last planned training of
   * that one ends; if its schedule ends before, nobody predicts.
   */
  private static boolean predictionIsDue(Observed observed, Chronicle chronicle) {
    TrialPlan plan = observed.plan();
    return observed.at().step() > 1
        || plan.branch(observed.at().branch())
            .flatMap(BranchPlan::of)
            .flatMap(plan::branch)
            .map(origin -> new StepRef(origin.name(), origin.steps()))
            .map(last -> chronicle.has(TrainingKey.of(plan, last), "trained"))
            .orElse(true);
  }

  private static void epochs(
      Recorded recorded, Trained trained, Chronicle chronicle, Findings findings) {
    TrainingKey key = TrainingKey.of(trained.plan(), trained.at());
    for (int epoch = 1; epoch <= trained.epochs(); epoch++) {
      if (!chronicle.has(key, "epoch-" + epoch)) {
        findings.problem(
            recorded,
            "epoch " + epoch + " of " + trained.epochs() + " is not in the log: it was removed");
      }
    }
    if (chronicle.has(key, "epoch-" + (trained.epochs() + 1))) {
      findings.problem(
          recorded, "tells of " + trained.epochs() + " epochs, the log has more of them");
    }
  }

  private static void before(
      Recorded recorded, EpochFinished epoch, Chronicle chronicle, Findings findings) {
    TrainingKey key = TrainingKey.of(epoch).orElseThrow();
    if (!chronicle.has(key, "epoch-" + (epoch.epoch() - 1)) && !chronicle.has(key, "trained")) {
      findings.problem(recorded, "epoch " + (epoch.epoch() - 1) + " is not in the log");
    }
  }

  /** What one service owes for each training, told in the order of the trainings' partition. */
  private static void owed(Chronicle chronicle, Findings findings) {
    Map<String, List<Recorded>> effects = chronicle.effects();
    Map<String, Map<Integer, Long>> reached = new HashMap<>();
    for (Recorded training : trainings(chronicle)) {
      for (Recorded effect : effects.getOrDefault(training.id(), List.of())) {
        reached
            .computeIfAbsent(effect.source(), source -> new HashMap<>())
            .merge(training.position().partition(), training.position().offset(), Math::max);
      }
    }
    for (Recorded training : trainings(chronicle)) {
      for (Owed debt : Owed.of((Trained) training.event())) {
        Position at = training.position();
        long passed =
            reached.getOrDefault(debt.service(), Map.of()).getOrDefault(at.partition(), -1L);
        if (at.offset() < passed && !debt.isTold(chronicle)) {
          findings.problem(
              training,
              debt.what()
                  + " is not in the log, though "
                  + debt.service()
                  + " went on to offset "
                  + passed
                  + ": it was removed");
        }
      }
    }
  }

  private static List<Recorded> trainings(Chronicle chronicle) {
    return chronicle.events().stream().filter(r -> r.event() instanceof Trained).toList();
  }
}
