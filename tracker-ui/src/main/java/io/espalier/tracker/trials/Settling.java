package io.espalier.tracker.trials;

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
 * <p>In this order: what the trainer said; a failed pruning before it; a training that it builds on
 * and that will never be; a stopped campaign, if no worker had begun; a worker that trains it; its
 * cause, which makes it queued; else it waits.
 */
final class Settling {
  private Settling() {}

  /** Why a training will never be, and since when. */
  record Blocker(String reason, Instant since) {}

  /**
   * Settles one attempt.
   *
   * @param stoppedAt when the campaign was stopped; null if it was not
   * @return the rows whose state changed
   */
  static List<Training> settle(Collection<Training> attempt, Instant stoppedAt) {
    List<Training> changed = new ArrayList<>();
    Map<String, Blocker> blocked = new HashMap<>();
    Optional<Blocker> dense = Optional.empty();
    List<Training> ordered =
        attempt.stream().sorted(Comparator.comparingInt((Training t) -> t.step)).toList();
    for (Training t : ordered) {
      TrainingState before = t.state;
      show(t, Optional.ofNullable(dense.orElse(blocked.get(t.branch))), stoppedAt);
      if (t.state == TrainingState.FAILED || t.state == TrainingState.CANCELLED) {
        boolean failed = t.state == TrainingState.FAILED;
        if (t.step == 0) {
          String reason =
              t.skipped != null
                  ? t.failure
                  : "its dense network " + (failed ? "failed" : "was cancelled");
          dense = Optional.of(new Blocker(reason, t.since));
        } else {
          String reason = "step " + t.step + (failed ? " failed" : " was cancelled");
          blocked.putIfAbsent(t.branch, new Blocker(reason, t.since));
        }
      }
      if (t.state != before) {
        changed.add(t);
      }
    }
    return changed;
  }

  private static void show(Training t, Optional<Blocker> blocker, Instant stoppedAt) {
    boolean begun = t.busyAt != null || t.epochAt != null;
    t.validationAccuracy = t.finalAccuracy != null ? t.finalAccuracy : t.epochAccuracy;
    t.worker = first(t.outcomeWorker, first(t.busyWorker, t.epochWorker));
    if (t.outcome != null) {
      become(t, t.outcome, t.endedAt, t.outcomeFailure);
    } else if (t.skipped != null) {
      become(t, TrainingState.CANCELLED, t.endedAt, "skipped: " + t.skipped);
    } else if (t.pruningFailure != null) {
      become(t, TrainingState.FAILED, t.pruningFailedAt, t.pruningFailure);
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

  private static void become(Training t, TrainingState state, Instant since, String failure) {
    t.state = state;
    t.since = since;
    t.failure = failure;
  }

  private static <T> T first(T preferred, T other) {
    return preferred != null ? preferred : other;
  }
}
