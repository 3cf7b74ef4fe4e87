package io.espalier.audit.history;

import io.espalier.envelope.Position;
import io.espalier.plan.Require;

/**
 * Something is wrong with the log itself.
 *
 * @param at where it begins
 * @param what it is, for people
 */
public record LogFlaw(Position at, String what) {
  public LogFlaw {
    Require.present("at", at);
    Require.text("what", what);
  }
}
