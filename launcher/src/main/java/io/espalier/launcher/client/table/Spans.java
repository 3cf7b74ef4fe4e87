package io.espalier.launcher.client.table;

import java.time.Duration;

/** Spans of time as people read them. */
public final class Spans {

  private Spans() {}

  /** Such as {@code 42 s}, {@code 3 min 5 s} or {@code 2 h 10 min}; never less than 0 s. */
  public static String text(Duration duration) {
    long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
