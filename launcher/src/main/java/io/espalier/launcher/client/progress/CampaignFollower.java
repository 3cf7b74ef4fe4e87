package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.http.RequestFailed;
import io.espalier.launcher.client.http.TrackerClient;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows one campaign until it has ended; short silences of the server are waited out. */
public final class CampaignFollower {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  private final TrackerClient tracker;
  private final ProgressView view;
  private final Clock clock;
  private final Pause pause;

  /** Waits between two looks at the campaign. */
  @FunctionalInterface
  public interface Pause {
    /** Looks once a second. */
    Pause ONE_SECOND = () -> Thread.sleep(1000);

    /** Returns when it is time to look again. */
    void await() throws InterruptedException;
  }

  /**
   * @param clock tells how long things take
   * @param pause waits between two looks
   */
  public CampaignFollower(TrackerClient tracker, ProgressView view, Clock clock, Pause pause) {
    this.tracker = tracker;
    this.view = view;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Shows progress until the campaign is finished or stopped, and returns it with its results.
   *
   * @throws RequestFailed if the server refuses to tell, or has been silent for two minutes
   */
  public Campaign follow(String id) throws RequestFailed, InterruptedException {
    Instant start = clock.instant();
    Instant heard = start;
    Set<String> known = new HashSet<>();
    Optional<Progress> last = Optional.empty();
    long doneAtStart = 0;
    try {
      while (true) {
        try {
          Campaign campaign = tracker.campaign(id);
          List<Training> trainings = Progress.latestAttempts(tracker.trainings(id));
          heard = clock.instant();
          if (last.isEmpty()) {
            doneAtStart = Progress.epochsDone(trainings);
          }
          Progress progress =
              new Progress(
                  campaign,
                  trainings,
                  heard,
                  Progress.left(trainings, doneAtStart, Duration.between(start, heard)),
                  Duration.ZERO);
          view.show(progress, newlyEnded(trainings, known));
          last = Optional.of(progress);
          if (campaign.state().ended()) {
            return campaign;
          }
        } catch (RequestFailed e) {
          Instant now = clock.instant();
          Duration silence = Duration.between(heard, now);
          if (!e.passing() || silence.compareTo(LONGEST_SILENCE) > 0) {
            throw e;
          }
          last.ifPresent(progress -> view.show(progress.silentFor(silence, now), List.of()));
        }
        pause.await();
      }
    } finally {
      view.close();
    }
  }

  private static List<Training> newlyEnded(List<Training> trainings, Set<String> known) {
    List<Training> ended = new ArrayList<>();
    for (Training t : trainings) {
      if (t.state().ended() && known.add(t.key())) {
        ended.add(t);
      }
    }
    return ended;
  }
}
