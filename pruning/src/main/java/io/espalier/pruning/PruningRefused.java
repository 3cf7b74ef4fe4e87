package io.espalier.pruning;

import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Require;

/** A step cannot be done as planned; the message says why and what would do. */
public final class PruningRefused extends Exception {
  private final FailureReason reason;

  public PruningRefused(FailureReason reason, String message) {
    super(message);
    this.reason = Require.present("reason", reason);
  }

  /** The reason as events tell it. */
  public FailureReason reason() {
    return reason;
  }
}
