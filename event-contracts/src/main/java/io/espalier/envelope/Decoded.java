package io.espalier.envelope;

import io.espalier.events.Event;
import java.util.Optional;

/** What reading a record gave. */
public sealed interface Decoded {

  /** Where the record stands. */
  Position position();

  /**
   * The record holds an event.
   *
   * @param wire the record as it stands on the wire
   * @param hash its hash, computed once
   * @param archive root hash of the archive it was imported from; such a record is history that
   *     nobody acts upon; absent for what happened here
   */
  record Received(
      Envelope<? extends Event> envelope,
      WireRecord wire,
      String hash,
      Position position,
      Optional<String> archive)
      implements Decoded {

    /** The event itself. */
    public Event event() {
      return envelope.event();
    }

    /** Whether it came with an archive; services neither act on it nor learn from it. */
    public boolean isImported() {
      return archive.isPresent();
    }

    /** This event as the cause of another. */
    public Cause asCause() {
      return new Cause(event().eventId(), hash);
    }
  }

  /**
   * The record cannot be read.
   *
   * @param reason what is wrong and where, for people; names topic, partition and offset
   */
  record Malformed(Position position, String reason) implements Decoded {}
}
