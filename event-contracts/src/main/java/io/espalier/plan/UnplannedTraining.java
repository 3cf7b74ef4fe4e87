package io.espalier.plan;

/** An event is about a training that its own plan does not have: it contradicts itself. */
public final class UnplannedTraining extends RuntimeException {

  /** Says that {@code plan} has no training {@code at}. */
  public UnplannedTraining(TrialPlan plan, StepRef at) {
    super("trial " + plan.trial() + " plans no training " + at);
  }
}
