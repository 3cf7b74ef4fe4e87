package io.espalier.launcher.process;

import java.time.Duration;

/**
 * How long to wait before a process that ended is started again: half a second at first, doubled
 * with each failure in a row, 30 seconds at most. A process that had lived for a minute starts a
 * new row.
 *
 * @param failures failures in a row
 */
public record Backoff(int failures) {

  /** Nothing has failed yet. */
  public static final Backoff NONE = new Backoff(0);

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  public Backoff {
    if (failures < 0) {
      throw new IllegalArgumentException("failures is " + failures + ", allowed: 0 or more");
    }
  }

  /** After one more failure of a process that had lived for {@code lived}. */
  public Backoff after(Duration lived) {
    return new Backoff(lived.compareTo(HEALTHY) >= 0 ? 1 : failures + 1);
  }

  /** The time to wait now; zero before the first failure. */
  public Duration delay() {
    if (failures == 0) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 16));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
