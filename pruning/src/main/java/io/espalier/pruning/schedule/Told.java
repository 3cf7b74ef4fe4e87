package io.espalier.pruning.schedule;

import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.HashSet;
import java.util.Set;

/**
 * What was told on {@code pruned}, so that nothing is told twice: a fold that neither the order nor
 * the repetition of events changes. A step that failed is told, too. Safe for several threads.
 */
public final class Told {
  private final Set<String> steps = new HashSet<>();
  private final Set<String> ends = new HashSet<>();

  /** Takes in what was told. */
  public synchronized void evolve(PruningEvent told) {
    (told instanceof ScheduleFinished ? ends : steps).add(training(told.plan(), told.at()));
  }

  /**
   * Whether what follows from a trained network was told before; a step that turned out to be the
   * end of its branch was.
   */
  public synchronized boolean contains(Trained trained, FollowUp followUp) {
    return followUp instanceof FollowUp.Step step
        ? steps.contains(training(trained.plan(), step.at()))
            || (step.continues(trained) && isLast(trained))
        : isLast(trained);
  }

  /** Whether the end of a branch, or of the dense network alone, was told after this training. */
  public synchronized boolean isLast(Trained trained) {
    return ends.contains(training(trained.plan(), trained.at()));
  }

  /** Number of events told. */
  public synchronized int size() {
    return steps.size() + ends.size();
  }

  private static String training(TrialPlan plan, StepRef at) {
    return plan.trial() + "/" + plan.attempt() + "/" + at;
  }
}
