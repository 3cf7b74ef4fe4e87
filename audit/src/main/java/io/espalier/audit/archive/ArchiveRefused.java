package io.espalier.audit.archive;

import java.util.List;

/** A campaign cannot be exported, or an archive cannot be imported; nothing was written. */
public final class ArchiveRefused extends Exception {
  private final transient List<String> problems;

  /**
   * @param problems everything that is wrong, for people
   */
  public ArchiveRefused(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
