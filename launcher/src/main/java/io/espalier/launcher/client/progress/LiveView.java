package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.view.Training;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Progress on a terminal: a block of lines that is redrawn in place; ended trainings scroll up
 * above it.
 */
final class LiveView implements ProgressView {
  private static final String ERASE_BELOW = "\u001b[J";

  private final PrintWriter out;
  private final Style style;
  private final IntSupplier width;
  private int drawn;

  LiveView(PrintWriter out, Style style, IntSupplier width) {
    this.out = out;
    this.style = style;
    this.width = width;
  }

  @Override
  public void show(Progress progress, List<Training> ended) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\u001b[").append(drawn).append("A\r");
    }
    text.append(ERASE_BELOW);
    ended.forEach(t -> text.append(ProgressText.ended(t, style)).append('\n'));
    // One column stays free: terminals wrap differently when the last one is written.
    List<String> lines = ProgressText.live(progress, style, Math.max(20, width.getAsInt() - 1));
    lines.forEach(line -> text.append(line).append('\n'));
    drawn = lines.size();
    out.print(text);
    out.flush();
  }

  @Override
  public void close() {
    drawn = 0;
  }
}
