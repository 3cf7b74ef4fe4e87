package io.espalier.audit.verification;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.events.Event;
import java.util.Optional;

/**
 * An event as the log has it, without its text.
 *
 * @param hash of its canonical bytes
 * @param source the service that told it
 */
record Recorded(Position position, Event event, String hash, Optional<Cause> cause, String source) {

  static Recorded of(Decoded.Received received, Event event) {
    return new Recorded(
        received.position(),
        event,
        received.hash(),
        received.envelope().cause(),
        received.envelope().source());
  }

  String id() {
    return event.eventId();
  }

  /** Whether both stand in one partition of one topic. */
  boolean sharesPartitionWith(Recorded other) {
    return position.topic().equals(other.position.topic())
        && position.partition() == other.position.partition();
  }
}
