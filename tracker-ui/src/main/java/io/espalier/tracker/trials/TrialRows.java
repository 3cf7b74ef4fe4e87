package io.espalier.tracker.trials;

import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial with the trainings of all its attempts. Facts may arrive in any order; rows exist for
 * every training that the plan names, of every attempt up to the latest, and for those that an
 * event named before the plan was known.
 */
public final class TrialRows {
  private final Trial trial;
  private final SortedMap<String, Training> trainings = new TreeMap<>();
  private final Set<Training> changed = new HashSet<>();

  /** A trial as it was read. */
  public TrialRows(Trial trial, List<Training> trainings) {
    this.trial = trial;
    trainings.forEach(t -> this.trainings.put(t.id, t));
  }

  /** A trial that nothing was known of. */
  public static TrialRows unknown(String trial, String campaign) {
    return new TrialRows(Trial.of(trial, campaign), List.of());
  }

  /** The trial's own row. */
  public Trial trial() {
    return trial;
  }

  /** The rows of all attempts. */
  public Collection<Training> trainings() {
    return Collections.unmodifiableCollection(trainings.values());
  }

  /** The rows that facts or states were written to. */
  public Set<Training> changed() {
    return Collections.unmodifiableSet(changed);
  }

  /** Makes the plan known. */
  public void planned(TrialPlan plan) {
    if (!trial.planned()) {
      trial.plan(plan);
      trainings.values().forEach(t -> t.plan(trial));
      completeRows(1);
    }
    attempt(plan.attempt());
  }

  /** Makes known what the campaign compares this trial as. */
  public void designed(String design) {
    trial.design = design;
    for (Training t : trainings.values()) {
      t.design = design;
      changed.add(t);
    }
  }

  /** Makes it known that there is an attempt with this number. */
  public void attempt(int attempt) {
    if (attempt > trial.attempt) {
      int before = trial.attempt;
      trial.attempt = attempt;
      trainings.values().forEach(t -> t.current = t.attempt == attempt);
      completeRows(before + 1);
    }
  }

  /** A worker began a training; the latest beginning counts, whichever worker tells first. */
  public void busy(WorkerBusy e, Instant time) {
    attempt(e.attempt());
    Training t = training(e.attempt(), e.at());
    if (t.busyAt == null
        || time.isAfter(t.busyAt)
        || (time.equals(t.busyAt) && e.worker().compareTo(t.busyWorker) > 0)) {
      t.busyAt = time;
      t.busyWorker = e.worker();
    }
  }

  /** An epoch ended; the furthest one counts. */
  public void epoch(EpochFinished e, Instant time) {
    attempt(e.attempt());
    Training t = training(e.attempt(), e.at());
    if (t.epoch == null || e.epoch() > t.epoch) {
      t.epoch = e.epoch();
      t.epochAt = time;
      t.epochWorker = e.worker();
      t.epochAccuracy = e.validationAccuracy();
      e.structure().ifPresent(s -> t.sparsity = 1 - (double) s.kept() / s.total());
    }
    if (!trial.planned()) {
      t.epochs = e.epochs();
    }
  }

  /** The row of a training, made if it was not known, and marked as changed. */
  Training training(int attempt, StepRef at) {
    Training t = row(attempt, at);
    changed.add(t);
    return t;
  }

  /** Derives what is shown from the facts; {@code stoppedAt} is null in a campaign that goes on. */
  public void settle(Instant stoppedAt) {
    for (int attempt = 1; attempt <= trial.attempt; attempt++) {
      int number = attempt;
      changed.addAll(
          Settling.settle(
              trainings.values().stream().filter(t -> t.attempt == number).toList(),
              trial.planned() ? trial.branches : List.of(),
              stoppedAt));
    }
  }

  private Training row(int attempt, StepRef at) {
    return trainings.computeIfAbsent(
        Training.id(trial.id, attempt, at),
        id -> {
          Training made = Training.of(trial.campaign, trial.id, attempt, at);
          made.current = attempt == trial.attempt;
          if (trial.planned()) {
            made.plan(trial);
          }
          return made;
        });
  }

  private void completeRows(int firstAttempt) {
    if (!trial.planned()) {
      return;
    }
    for (int attempt = firstAttempt; attempt <= trial.attempt; attempt++) {
      training(attempt, StepRef.BASE);
      for (BranchPlan branch : trial.branches) {
        for (int step = 1; step <= branch.steps(); step++) {
          training(attempt, new StepRef(branch.name(), step));
        }
      }
    }
  }
}
