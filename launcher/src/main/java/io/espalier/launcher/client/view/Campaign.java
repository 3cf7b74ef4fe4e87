package io.espalier.launcher.client.view;

import java.util.List;

/**
 * A campaign; {@code results} is empty in lists of campaigns.
 *
 * @param trainings trainings of its plan, retrainings included
 * @param launchedAt ISO-8601
 * @param finishedAt ISO-8601; null while it runs
 */
public record Campaign(
    String id,
    String name,
    String dataset,
    State state,
    String launchedAt,
    String finishedAt,
    int trials,
    int trainings,
    Counts counts,
    List<Result> results) {

  public Campaign {
    results = results == null ? List.of() : List.copyOf(results);
  }

  /** How far a campaign is. */
  public enum State {
    RUNNING,
    PAUSED,
    STOPPED,
    FINISHED;

    /** Whether no training of it will start any more. */
    public boolean ended() {
      return this == STOPPED || this == FINISHED;
    }
  }

  /** Trainings by state; those that wait for their cause are in none of them. */
  public record Counts(long queued, long training, long trained, long failed, long cancelled) {
    /** Trainings that ended, however they did. */
    public long ended() {
      return trained + failed + cancelled;
    }
  }
}
