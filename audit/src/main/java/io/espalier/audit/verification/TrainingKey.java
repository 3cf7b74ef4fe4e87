package io.espalier.audit.verification;

import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.TrialEvent;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.Optional;

/**
 * One training of one attempt of a trial, with the pruning step that it follows.
 *
 * @param at which training of the trial
 */
public record TrainingKey(String trial, int attempt, StepRef at) {
  public TrainingKey {
    Require.text("trial", trial);
    Require.atLeast("attempt", attempt, 1);
    Require.present("at", at);
  }

  static TrainingKey of(TrialPlan plan, StepRef at) {
    return new TrainingKey(plan.trial(), plan.attempt(), at);
  }

  /** The training that an event is about; absent for events about campaigns. */
  static Optional<TrainingKey> of(Event event) {
    if (event instanceof TrialEvent told) {
      return Optional.of(of(told.plan(), told.at()));
    }
    if (event instanceof EpochFinished epoch) {
      return Optional.of(new TrainingKey(epoch.trial(), epoch.attempt(), epoch.at()));
    }
    if (event instanceof WorkerBusy busy) {
      return Optional.of(new TrainingKey(busy.trial(), busy.attempt(), busy.at()));
    }
    return Optional.empty();
  }

  /** Another training of the same attempt. */
  TrainingKey other(StepRef training) {
    return new TrainingKey(trial, attempt, training);
  }

  @Override
  public String toString() {
    return trial + "/" + attempt + "/" + at;
  }
}
