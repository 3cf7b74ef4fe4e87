package io.espalier.pruning.schedule;

import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;

/** An event is about a training that its own plan does not have: it contradicts itself. */
public final class UnplannedTraining extends RuntimeException {
  UnplannedTraining(TrialPlan plan, StepRef at) {
    super("trial " + plan.trial() + " plans no training " + at);
  }
}
