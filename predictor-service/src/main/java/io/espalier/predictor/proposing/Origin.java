package io.espalier.predictor.proposing;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.TraceParent;

/**
 * The decision that a proposal goes back to.
 *
 * @param cause the launch, or the retry of a trial
 * @param trace the trace in which it was decided
 */
public record Origin(Cause cause, TraceParent trace) {
  static Origin of(Decoded.Received decision) {
    return new Origin(decision.asCause(), decision.envelope().trace());
  }
}
