package io.espalier.audit.verification;

import io.espalier.plan.Require;

/**
 * Something in a campaign's history that must not be.
 *
 * @param at where: {@code topic[partition]@offset}
 * @param what it is, for people; names the event where there is one
 */
public record Problem(String at, String what) {
  public Problem {
    Require.text("at", at);
    Require.text("what", what);
  }
}
