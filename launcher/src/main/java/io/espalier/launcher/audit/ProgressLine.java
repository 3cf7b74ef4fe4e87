package io.espalier.launcher.audit;

import java.io.PrintWriter;

/** One line on a terminal that tells how far something is, and is gone when it is done. */
final class ProgressLine {
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean live;

  /**
   * @param live whether the line can be redrawn; otherwise nothing is written
   */
  ProgressLine(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  void show(String phase, long done, long total) {
    if (live) {
      out.print(ERASE + phase + " " + done + " of " + total);
      out.flush();
    }
  }

  void clear() {
    if (live) {
      out.print(ERASE);
      out.flush();
    }
  }
}
