package io.espalier.launcher.archive;

import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.launcher.client.progress.Terminal;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows progress on one line of a terminal, a few times a second; elsewhere nothing. */
final class ProgressLine implements ArchiveProgress, AutoCloseable {
  private static final long PAUSE = Duration.ofMillis(200).toNanos();
  private static final String CLEARED = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean shown;
  private long last;

  ProgressLine(PrintWriter out) {
    this(out, Terminal.style().colour());
  }

  ProgressLine(PrintWriter out, boolean shown) {
    this.out = out;
    this.shown = shown;
    this.last = System.nanoTime() - PAUSE;
  }

  @Override
  public void at(String stage, long done, long total) {
    long now = System.nanoTime();
    if (shown && (now - last >= PAUSE || done == total)) {
      last = now;
      out.print(CLEARED + stage + " " + done + (total > 0 ? " of " + total : ""));
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }

  /** Makes room for what is printed next. */
  void clear() {
    if (shown) {
      out.print(CLEARED);
      out.flush();
    }
  }
}
