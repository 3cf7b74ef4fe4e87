package io.espalier.launcher.client.launch;

import io.espalier.campaign.Problem;
import io.espalier.launcher.client.table.PlainText;
import java.util.List;

/** A file that cannot be used; {@link #lines()} say all that is wrong with it. */
public final class FileRefused extends Exception {
  private final List<String> lines;

  private FileRefused(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = lines;
  }

  /** A file that is wrong as a whole. */
  public static FileRefused because(String file, String reason) {
    return new FileRefused(List.of(PlainText.oneLine(file + ": " + reason)));
  }

  /** A file with wrong fields: one line for each. */
  static FileRefused with(String file, List<Problem> problems) {
    return new FileRefused(problems.stream().map(p -> PlainText.oneLine(file + ": " + p)).toList());
  }

  /** What is wrong, one line for each problem. */
  public List<String> lines() {
    return lines;
  }
}
