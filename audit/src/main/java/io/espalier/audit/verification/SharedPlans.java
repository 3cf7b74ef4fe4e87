package io.espalier.audit.verification;

import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.CandidateSkipped;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.ScoringEvent;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.TrainingEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrainingEvent.TrainingCancelled;
import io.espalier.events.TrainingEvent.TrainingFailed;
import io.espalier.events.TrialEvent;
import io.espalier.plan.TrialPlan;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets all events of a trial hold one plan. Each of them carries the whole plan, with a graph of
 * thousands of edges perhaps; this way the memory of a history is that of its facts.
 */
final class SharedPlans {
  private final Map<TrialPlan, TrialPlan> plans = new HashMap<>();

  /** An equal event. */
  Event shared(Event event) {
    if (!(event instanceof TrialEvent told)) {
      return event;
    }
    TrialPlan known = plans.putIfAbsent(told.plan(), told.plan());
    return known == null ? event : with(told, known);
  }

  private static Event with(TrialEvent event, TrialPlan plan) {
    if (event instanceof TrainingEvent e) {
      return e.match(
          t -> trained(t, plan),
          t -> new TrainingFailed(plan, t.at(), t.reason(), t.detail(), t.provenance()),
          t -> new TrainingCancelled(plan, t.at(), t.reason(), t.provenance()));
    }
    if (event instanceof PruningEvent e) {
      return e.match(
          p -> pruned(p, plan),
          p -> new ScheduleFinished(plan, p.at(), p.quality(), p.reason(), p.shrunk()),
          p -> new PruningFailed(plan, p.at(), p.reason(), p.detail()));
    }
    if (event instanceof ScoringEvent e) {
      return e.match(
          s -> new Predicted(plan, s.at(), s.surrogate(), s.predictedAccuracy(), s.observations()),
          s -> observed(s, plan));
    }
    return event instanceof CandidateSkipped skipped
        ? new CandidateSkipped(plan, skipped.reason(), skipped.predictedAccuracy())
        : new CandidateProposed(plan);
  }

  private static Trained trained(Trained t, TrialPlan plan) {
    return new Trained(
        plan,
        t.at(),
        t.checkpoint(),
        t.mask(),
        t.epochs(),
        t.trainingLoss(),
        t.quality(),
        t.seconds(),
        t.provenance(),
        t.snapshots());
  }

  private static Pruned pruned(Pruned p, TrialPlan plan) {
    return new Pruned(
        plan,
        p.at(),
        p.method(),
        p.targetSparsity(),
        p.layers(),
        p.kept(),
        p.total(),
        p.input(),
        p.mask(),
        p.before(),
        p.after(),
        p.retrainEpochs(),
        p.seconds(),
        p.provenance(),
        p.maskBefore(),
        p.start(),
        p.report());
  }

  private static Observed observed(Observed s, TrialPlan plan) {
    return new Observed(
        plan,
        s.at(),
        s.surrogate(),
        s.predictedAccuracy(),
        s.observedAccuracy(),
        s.residual(),
        s.observations(),
        s.meanAbsoluteError(),
        s.rSquared());
  }
}
