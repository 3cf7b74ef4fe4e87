package io.espalier.datasets.strings;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with files, in the order in which it was found; all counted, the first kept. */
public final class Problems {
  /** The most problems whose words are kept. */
  public static final int MOST_KEPT = 50;

  private final List<String> kept = new ArrayList<>();
  private long count;

  /** Adds a problem of a file as a whole. */
  public void add(String file, String problem) {
    count++;
    if (kept.size() < MOST_KEPT) {
      kept.add(file + ": " + problem);
    }
  }

  /** Adds a problem in a line, the first being 1. */
  public void add(String file, int line, String problem) {
    add(file + ", line " + line, problem);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** A line for each of the first problems, and one that says how many more there are. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(kept);
    if (count > kept.size()) {
      lines.add("... and " + (count - kept.size()) + " more problems");
    }
    return List.copyOf(lines);
  }
}
