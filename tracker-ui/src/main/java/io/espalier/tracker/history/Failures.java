package io.espalier.tracker.history;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures that would repeat for ever from those that pass. */
final class Failures {
  private static final Set<String> REFUSING = Set.of("22", "23", "54");

  private Failures() {}

  /**
   * Whether the same records would fail again: the fold cannot take them, or the database refuses
   * their values (SQL states 22: data, 23: constraint, 54: too large).
   */
  static boolean repeating(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof HistoryWriter.Unfoldable) {
        return true;
      }
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return REFUSING.contains(sql.getSQLState().substring(0, 2));
      }
    }
    return false;
  }

  /** The reason for people: what the innermost cause says. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "the history cannot take it: " + root.getMessage();
  }
}
