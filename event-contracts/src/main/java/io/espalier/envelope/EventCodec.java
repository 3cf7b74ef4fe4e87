package io.espalier.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.events.Event;
import io.espalier.events.Topic;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns envelopes into wire records and back. */
public final class EventCodec {
  static final String JSON = "application/json";

  private EventCodec() {}

  /** Writes an envelope; never fails for events that their constructors accepted. */
  public static WireRecord encode(Envelope<?> envelope) {
    Event event = envelope.event();
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", event.eventId());
    headers.put("ce_type", EventTypes.wireName(event.getClass()));
    headers.put("ce_source", envelope.source());
    headers.put("ce_time", envelope.time().toString());
    headers.put("ce_traceparent", envelope.trace().value());
    if (!event.campaign().isEmpty()) {
      headers.put("ce_correlationid", event.campaign());
    }
    envelope
        .cause()
        .ifPresent(
            cause -> {
              headers.put("ce_causationid", cause.id());
              headers.put("ce_causationhash", cause.hash());
            });
    headers.put(WireRecord.CONTENT_TYPE, JSON);
    try {
      String payload = Json.mapper().writeValueAsString(event);
      return new WireRecord(Topic.of(event).topicName(), event.key(), headers, payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + event, e);
    }
  }

  /**
   * Reads a record. Whatever is wrong with it comes back as {@link Decoded.Malformed}, never as an
   * exception.
   *
   * @param key the Kafka key; null is malformed
   * @param headers all headers as text
   * @param payload the value as UTF-8 text; null is malformed
   */
  public static Decoded decode(
      Position position, String key, Map<String, String> headers, String payload) {
    try {
      Topic topic =
          Topic.named(position.topic())
              .orElseThrow(() -> new Unreadable("topic is not one of ours"));
      if (key == null || payload == null) {
        throw new Unreadable(key == null ? "the record has no key" : "the record has no payload");
      }
      WireRecord wire = new WireRecord(position.topic(), key, new TreeMap<>(headers), payload);
      String type = header(wire, "ce_type");
      Class<? extends Event> variant =
          EventTypes.variant(topic, type)
              .orElseThrow(
                  () ->
                      new Unreadable(
                          "ce_type is '" + type + "', allowed: " + EventTypes.on(topic).keySet()));
      expect(wire, "ce_specversion", "1.0");
      expect(wire, WireRecord.CONTENT_TYPE, JSON);
      Event event = Json.mapper().readValue(payload, variant);
      if (event == null) {
        throw new Unreadable("the payload is null, allowed: an object");
      }
      expect(wire, "ce_id", event.eventId());
      if (!key.equals(event.key())) {
        throw new Unreadable("key is '" + key + "', allowed: '" + event.key() + "'");
      }
      if (!event.campaign().isEmpty()) {
        expect(wire, "ce_correlationid", event.campaign());
      }
      Envelope<Event> envelope =
          new Envelope<>(
              event,
              header(wire, "ce_source"),
              Instant.parse(header(wire, "ce_time")),
              cause(wire),
              new TraceParent(header(wire, "ce_traceparent")));
      return new Decoded.Received(
          envelope,
          wire,
          wire.hash(),
          position,
          Optional.ofNullable(headers.get(WireRecord.ARCHIVE)));
    } catch (JsonProcessingException e) {
      return malformed(position, "payload: " + rootMessage(e));
    } catch (DateTimeParseException e) {
      return malformed(position, "ce_time: " + e.getMessage());
    } catch (Unreadable | IllegalArgumentException | NullPointerException e) {
      return malformed(position, e.getMessage());
    }
  }

  private static Optional<Cause> cause(WireRecord wire) throws Unreadable {
    boolean id = wire.headers().containsKey("ce_causationid");
    boolean hash = wire.headers().containsKey("ce_causationhash");
    return id || hash
        ? Optional.of(new Cause(header(wire, "ce_causationid"), header(wire, "ce_causationhash")))
        : Optional.empty();
  }

  private static String header(WireRecord wire, String name) throws Unreadable {
    String value = wire.headers().get(name);
    if (value == null || value.isEmpty()) {
      throw new Unreadable("header " + name + " is missing");
    }
    return value;
  }

  private static void expect(WireRecord wire, String name, String expected) throws Unreadable {
    String value = header(wire, name);
    if (!value.equals(expected)) {
      throw new Unreadable("header " + name + " is '" + value + "', allowed: '" + expected + "'");
    }
  }

  private static Decoded malformed(Position position, String reason) {
    return new Decoded.Malformed(position, position + ": " + reason);
  }

  private static String rootMessage(JsonProcessingException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof JsonProcessingException json
        ? json.getOriginalMessage() + at(e)
        : root.getMessage() + at(e);
  }

  private static String at(JsonProcessingException e) {
    if (e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
        && !mapping.getPath().isEmpty()) {
      return " (at " + mapping.getPathReference().replaceAll("io\\.espalier\\.\\w+\\.", "") + ")";
    }
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }
}
