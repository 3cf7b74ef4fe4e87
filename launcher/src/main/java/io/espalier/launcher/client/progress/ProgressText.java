package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.table.PlainText;
import io.espalier.launcher.client.table.Shares;
import io.espalier.launcher.client.table.Spans;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Progress as lines of text; pure. */
final class ProgressText {
  private static final int MOST_BARS = 16;
  private static final int WIDEST_BAR = 40;
  private static final int NARROWEST_BAR = 8;

  private ProgressText() {}

  /**
   * The block that is redrawn in place: a line with totals, then a line for each running training.
   * No line is wider than {@code width} characters, colours aside.
   */
  static List<String> live(Progress progress, Style style, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(style.strong(PlainText.cut(summary(progress), width)));
    List<Training> running = progress.running();
    int label = running.stream().mapToInt(t -> PlainText.length(label(t))).max().orElse(0);
    running.stream()
        .limit(MOST_BARS)
        .forEach(t -> lines.add(bar(t, progress.at(), style, label, width)));
    if (running.size() > MOST_BARS) {
      lines.add(PlainText.cut("  and " + (running.size() - MOST_BARS) + " more", width));
    }
    return lines;
  }

  /** Totals in one line, such as {@code MNIST demo: 5 of 12 trainings ended, 2 training, ...}. */
  static String summary(Progress progress) {
    Campaign campaign = progress.campaign();
    Campaign.Counts counts = campaign.counts();
    StringBuilder line = new StringBuilder(campaign.name());
    line.append(": ").append(counts.ended()).append(" of ").append(campaign.trainings());
    line.append(" trainings ended");
    add(line, counts.failed(), "failed");
    add(line, counts.cancelled(), "cancelled");
    add(line, counts.training(), "training");
    add(line, counts.queued(), "queued");
    if (campaign.state() != Campaign.State.RUNNING) {
      line.append(", ").append(campaign.state().name().toLowerCase(Locale.ROOT));
    } else {
      progress
          .left()
          .ifPresent(left -> line.append(", about ").append(Spans.text(left)).append(" left"));
    }
    if (!progress.silence().isZero()) {
      line.append(" (no answer for ")
          .append(Spans.text(progress.silence()))
          .append(", still trying)");
    }
    return line.toString();
  }

  /** One line for a training that has ended, without regard to the width. */
  static String ended(Training training, Style style) {
    String label = PlainText.oneLine(label(training));
    if (training.state() == Training.State.TRAINED) {
      boolean pruned = training.targetSparsity() != null && training.targetSparsity() > 0;
      String before =
          !pruned || training.accuracyAfterPruning() == null
              ? ""
              : ", was " + Shares.percent(training.accuracyAfterPruning()) + " right after pruning";
      String time =
          training.seconds() == null ? "" : ", " + Spans.text(Duration.ofMillis(millis(training)));
      return style.good("trained")
          + "    "
          + label
          + ": test accuracy "
          + Shares.percent(training.testAccuracy())
          + before
          + time;
    }
    String reason = training.failure() == null ? "" : ": " + PlainText.oneLine(training.failure());
    return training.state() == Training.State.FAILED
        ? style.bad("failed") + "     " + label + reason
        : style.faint("cancelled") + "  " + label + reason;
  }

  private static String bar(Training training, Instant now, Style style, int label, int width) {
    int epochs = training.epochsPlanned();
    int done = training.epochsDone();
    String facts =
        String.format(
            Locale.ROOT,
            "  epoch %" + digits(epochs) + "d/%d  val %7s  %s",
            done,
            epochs,
            Shares.percent(training.validationAccuracy()),
            rate(training, now));
    int space = width - 4 - label - facts.length();
    if (space < NARROWEST_BAR) {
      return PlainText.cut("  " + padded(label(training), label) + facts, width);
    }
    double share = epochs == 0 ? 0 : (double) done / epochs;
    return "  "
        + PlainText.oneLine(padded(label(training), label))
        + "  "
        + style.bar(share, Math.min(WIDEST_BAR, space))
        + facts;
  }

  private static String rate(Training training, Instant now) {
    int done = training.epochsDone();
    if (done < 1 || training.since() == null) {
      return "";
    }
    double seconds =
        Duration.between(Instant.parse(training.since()), now).toMillis() / 1000.0 / done;
    return seconds <= 0 ? "" : String.format(Locale.ROOT, "%.1f s/epoch", seconds);
  }

  private static String label(Training training) {
    String seed = training.seed() == null ? "" : " seed " + training.seed();
    String network = training.architecture() == null ? training.trial() : training.architecture();
    String method = training.method() == null ? training.branch() : training.method();
    String sparsity =
        training.targetSparsity() == null || training.targetSparsity() == 0
            ? ""
            : " " + Shares.shortPercent(training.targetSparsity());
    return network + seed + " " + method + sparsity;
  }

  private static void add(StringBuilder line, long number, String what) {
    if (number > 0) {
      line.append(", ").append(number).append(' ').append(what);
    }
  }

  private static long millis(Training training) {
    return Math.round(training.seconds() * 1000);
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - PlainText.length(text)));
  }
}
