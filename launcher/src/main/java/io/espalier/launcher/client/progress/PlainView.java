package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.view.Training;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Progress in a file or pipe: a line for each training that ends, and now and then one with totals.
 */
final class PlainView implements ProgressView {
  private static final Duration BETWEEN_SUMMARIES = Duration.ofSeconds(10);

  private final PrintWriter out;
  private Instant summaryAt = Instant.MIN;
  private String summary = "";

  PlainView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(Progress progress, List<Training> ended) {
    ended.forEach(t -> out.println(ProgressText.ended(t, Style.PLAIN)));
    String now = ProgressText.summary(progress);
    if (!now.equals(summary) && !progress.at().isBefore(summaryAt.plus(BETWEEN_SUMMARIES))) {
      out.println(now);
      summary = now;
      summaryAt = progress.at();
    }
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
