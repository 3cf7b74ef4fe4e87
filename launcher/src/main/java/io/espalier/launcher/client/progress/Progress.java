package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A campaign at one moment.
 *
 * @param trainings those of each trial's latest attempt
 * @param at when it was looked at
 * @param left how long it should still take; empty while nothing can be said
 * @param silence how long the server has not answered; zero if it has
 */
public record Progress(
    Campaign campaign,
    List<Training> trainings,
    Instant at,
    Optional<Duration> left,
    Duration silence) {

  public Progress {
    trainings = List.copyOf(trainings);
  }

  /** Those of {@code trainings} that belong to their trial's latest attempt. */
  static List<Training> latestAttempts(List<Training> trainings) {
    Map<String, Integer> latest = new HashMap<>();
    trainings.forEach(t -> latest.merge(t.trial(), t.attempt(), Math::max));
    return trainings.stream().filter(t -> latest.get(t.trial()) == t.attempt()).toList();
  }

  /** Epochs that need no more time, over all trainings. */
  static long epochsDone(List<Training> trainings) {
    return trainings.stream().mapToLong(Training::epochsDone).sum();
  }

  /**
   * The time that the remaining epochs take at the rate seen since watching began; empty before the
   * first epoch.
   */
  static Optional<Duration> left(List<Training> trainings, long doneAtStart, Duration watched) {
    long done = epochsDone(trainings);
    long planned = trainings.stream().mapToLong(Training::epochsPlanned).sum();
    long seen = done - doneAtStart;
    return seen < 1 || planned <= done
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(watched.toMillis() * (planned - done) / seen));
  }

  /** What is trained now, in a steady order. */
  List<Training> running() {
    return trainings.stream()
        .filter(t -> t.state() == Training.State.TRAINING)
        .sorted(Comparator.comparing(Training::key))
        .toList();
  }

  /** The same campaign with a server that has been silent for so long. */
  Progress silentFor(Duration duration, Instant now) {
    return new Progress(campaign, trainings, now, left, duration);
  }
}
