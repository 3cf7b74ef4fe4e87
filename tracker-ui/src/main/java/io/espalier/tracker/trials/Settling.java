package io.espalier.tracker.trials;

import io.espalier.plan.BranchPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Derives the shown state of a trial's trainings from their facts.
 *
 * <p>In this order: what the trainer said; a failed pruning before it; a schedule that ended before
 * it, so that it is not needed; a training that it builds on and that will never be; a stopped
 * campaign, if no worker had begun; a worker that trains it; its cause, which makes it queued; else
 * it waits.
 */
final class Settling {
  private final Instant stoppedAt;
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, Instant> schedulesEnded = new HashMap<>();
  private final Map<String, Blocker> blocked = new HashMap<>();

  private Settling(List<BranchPlan> plan, Instant stoppedAt) {
    this.stoppedAt = stoppedAt;
    plan.forEach(b -> b.of().ifPresent(of -> origins.put(b.name(), of)));
  }

  /** Why a training will never be, and since when. */
  private record Blocker(String reason, Instant since) {}

  /**
   * Settles one attempt.
   *
   * @param plan the trial's branches; none while they are not known
   * @param stoppedAt when the campaign was stopped; null if it was not
   * @return the rows whose state changed
   */
  static List<Training> settle(
      Collection<Training> attempt, List<BranchPlan> plan, Instant stoppedAt) {
    Settling settling = new Settling(plan, stoppedAt);
    List<Training> changed = new ArrayList<>();
    for (Training t : causesFirst(attempt, plan)) {
      TrainingState before = t.state;
      settling.settle(t);
      if (t.state != before) {
        changed.add(t);
      }
    }
    return changed;
  }

  /** The dense network, then branch by branch: a plan names a branch after the one it is of. */
  private static List<Training> causesFirst(Collection<Training> attempt, List<BranchPlan> plan) {
    Map<String, Integer> places = new HashMap<>(Map.of(BranchPlan.DENSE, -1));
    plan.forEach(b -> places.put(b.name(), places.size()));
    return attempt.stream()
        .sorted(
            Comparator.comparingInt((Training t) -> places.getOrDefault(t.branch, plan.size() + 1))
                .thenComparing(t -> t.branch)
                .thenComparingInt(t -> t.step))
        .toList();
  }

  private void settle(Training t) {
    show(t);
    if (t.scheduleEndedAt != null) {
      schedulesEnded.putIfAbsent(t.branch, t.scheduleEndedAt);
    }
    if (t.state == TrainingState.FAILED || t.state == TrainingState.CANCELLED) {
      boolean failed = t.state == TrainingState.FAILED;
      String reason = "step " + t.step + (failed ? " failed" : " was cancelled");
      if (t.step == 0) {
        reason =
            t.skipped != null
                ? t.failure
                : "its dense network " + (failed ? "failed" : "was cancelled");
      }
      blocked.putIfAbsent(t.branch, new Blocker(reason, t.since));
    }
  }

  private void show(Training t) {
    boolean begun = t.busyAt != null || t.epochAt != null;
    Instant scheduleEnded = schedulesEnded.get(t.branch);
    Optional<Blocker> blocker = blocker(t);
    t.validationAccuracy = t.finalAccuracy != null ? t.finalAccuracy : t.epochAccuracy;
    t.worker = first(t.outcomeWorker, first(t.busyWorker, t.epochWorker));
    if (t.outcome != null) {
      become(t, t.outcome, t.endedAt, t.outcomeFailure);
    } else if (t.skipped != null) {
      become(t, TrainingState.CANCELLED, t.endedAt, "skipped: " + t.skipped);
    } else if (t.pruningFailure != null) {
      become(t, TrainingState.FAILED, t.pruningFailedAt, t.pruningFailure);
    } else if (scheduleEnded != null) {
      become(t, TrainingState.NOT_NEEDED, scheduleEnded, null);
    } else if (blocker.isPresent()) {
      become(t, TrainingState.CANCELLED, blocker.get().since(), blocker.get().reason());
    } else if (stoppedAt != null && !begun) {
      become(t, TrainingState.CANCELLED, stoppedAt, "the campaign was stopped");
    } else if (begun) {
      become(t, TrainingState.TRAINING, first(t.busyAt, t.epochAt), null);
    } else if (t.queuedAt != null) {
      become(t, TrainingState.QUEUED, t.queuedAt, null);
    } else {
      become(t, TrainingState.WAITING, null, null);
    }
  }

  /** What keeps a training from ever being: the dense network, its branch, or what that is of. */
  private Optional<Blocker> blocker(Training t) {
    if (t.step == 0) {
      return Optional.empty();
    }
    String origin = origins.get(t.branch);
    Blocker ofOrigin = origin == null ? null : blocked.get(origin);
    return Optional.ofNullable(first(blocked.get(BranchPlan.DENSE), blocked.get(t.branch)))
        .or(
            () ->
                Optional.ofNullable(ofOrigin)
                    .map(b -> new Blocker(origin + ": " + b.reason(), b.since())));
  }

  private static void become(Training t, TrainingState state, Instant since, String failure) {
    t.state = state;
    t.since = since;
    t.failure = failure;
  }

  private static <T> T first(T preferred, T other) {
    return preferred != null ? preferred : other;
  }
}
