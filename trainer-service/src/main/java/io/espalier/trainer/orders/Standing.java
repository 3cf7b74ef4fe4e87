package io.espalier.trainer.orders;

import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.Optional;

/** What is known about trainings when one is handed out. */
public interface Standing {

  /** Whether it has been told before how this training ended. */
  boolean isFinished(TrialPlan plan, StepRef at);

  /** Why nobody wants the results of this plan any more; empty while they are wanted. */
  Optional<String> cancellation(TrialPlan plan);
}
