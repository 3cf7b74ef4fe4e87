package io.espalier.events;

import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;

/** The events that carry a trial's whole plan and name one of its trainings. */
public sealed interface TrialEvent extends Event
    permits ProposalEvent.CandidateProposed,
        ProposalEvent.CandidateSkipped,
        TrainingEvent,
        PruningEvent,
        ScoringEvent {

  /** Everything that determines the trial. */
  TrialPlan plan();

  /** The training that this event is about. */
  StepRef at();

  @Override
  default String key() {
    return plan().trial();
  }

  @Override
  default String campaign() {
    return plan().campaign();
  }

  /** {@code <trial>/<attempt>/<branch>/<step>/<kind>}. */
  static String id(TrialPlan plan, StepRef at, String kind) {
    return id(plan.trial(), plan.attempt(), at, kind);
  }

  /** {@code <trial>/<attempt>/<branch>/<step>/<kind>}. */
  static String id(String trial, int attempt, StepRef at, String kind) {
    return trial + "/" + attempt + "/" + at + "/" + kind;
  }
}
