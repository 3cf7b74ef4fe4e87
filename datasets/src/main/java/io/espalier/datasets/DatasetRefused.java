package io.espalier.datasets;

import java.util.List;

/** A dataset cannot be added as it is; {@link #lines()} say all that is wrong with it. */
public final class DatasetRefused extends Exception {
  private final List<String> lines;

  DatasetRefused(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** What is wrong, one line for each problem. */
  public List<String> lines() {
    return lines;
  }
}
