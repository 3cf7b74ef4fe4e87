package io.espalier.structure.file;

import java.util.List;

/** A file that gives no graph; {@link #problems()} say all that is wrong with it. */
public final class GraphFileRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  GraphFileRefused(List<String> problems) {
    this(problems, null);
  }

  GraphFileRefused(List<String> problems, Throwable cause) {
    super(String.join("\n", problems), cause);
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem, in the file's order, with its line where it has one. */
  public List<String> problems() {
    return problems;
  }
}
