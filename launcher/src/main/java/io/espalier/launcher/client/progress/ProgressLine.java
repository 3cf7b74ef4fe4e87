package io.espalier.launcher.client.progress;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * One line on a terminal that tells how far something is, redrawn a few times a second, and gone
 * when it is done.
 */
public final class ProgressLine implements AutoCloseable {
  private static final long PAUSE = Duration.ofMillis(200).toNanos();
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean live;
  private long drawn = System.nanoTime() - PAUSE;

  /**
   * @param live whether the line can be redrawn; otherwise nothing is written
   */
  public ProgressLine(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /**
   * Tells how far a phase is.
   *
   * @param total 0 if nobody knows
   */
  public void show(String phase, long done, long total) {
    long now = System.nanoTime();
    if (live && (now - drawn >= PAUSE || done == total)) {
      drawn = now;
      out.print(ERASE + phase + " " + done + (total > 0 ? " of " + total : ""));
      out.flush();
    }
  }

  /** Makes room for what is printed next. */
  public void clear() {
    if (live) {
      out.print(ERASE);
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
