package io.espalier.envelope;

import io.espalier.events.Event;
import io.espalier.plan.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * An event with what is known about its telling.
 *
 * @param event what happened; its {@link Event#eventId()} is the {@code ce_id}
 * @param source the service that tells it, such as {@code trainer-service}
 * @param time when it was told
 * @param cause the causing event; absent for what people decide and for workers
 * @param trace the span in which it was told
 */
public record Envelope<E extends Event>(
    E event, String source, Instant time, Optional<Cause> cause, TraceParent trace) {
  public Envelope {
    Require.present("event", event);
    Require.text("ce_source", source);
    Require.present("ce_time", time);
    Require.present("cause", cause);
    Require.present("ce_traceparent", trace);
  }
}
