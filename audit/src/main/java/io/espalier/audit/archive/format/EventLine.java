package io.espalier.audit.archive.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Json;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import io.espalier.plan.Require;
import java.util.Map;

/**
 * An event as a line of an archive: the exact wire record, and where and when it was written first.
 *
 * @param topic the topic's name
 * @param partition of the log it was exported from
 * @param offset of the log it was exported from
 * @param timestamp Kafka's, in milliseconds since 1970
 * @param key the Kafka key
 * @param headers those that are part of the event
 * @param payload the JSON text, exactly as written
 */
public record EventLine(
    String topic,
    int partition,
    long offset,
    long timestamp,
    String key,
    Map<String, String> headers,
    String payload) {

  public EventLine {
    Require.text("topic", topic);
    Require.atLeast("partition", partition, 0);
    Require.atLeast("offset", offset, 0);
    Require.present("key", key);
    headers = Map.copyOf(Require.present("headers", headers));
    Require.present("payload", payload);
    headers.keySet().stream()
        .filter(name -> !WireRecord.isPartOfEvent(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("header " + name + " is not part of an event");
            });
  }

  /** The line of an event. */
  public static EventLine of(Decoded.Received event, long timestamp) {
    WireRecord wire = event.wire();
    return new EventLine(
        wire.topic(),
        event.position().partition(),
        event.position().offset(),
        timestamp,
        wire.key(),
        wire.headers(),
        wire.payload());
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying what is wrong; also if it is not written as {@link
   *     #text} writes it
   */
  public static EventLine parse(String text) {
    try {
      EventLine line = Json.mapper().readValue(text, EventLine.class);
      if (line == null || !line.text().equals(text)) {
        throw new IllegalArgumentException("is not written as an export writes it");
      }
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no record: " + e.getOriginalMessage(), e);
    }
  }

  /** The line, without its end. */
  public String text() {
    try {
      return Json.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  /** The event, or what is wrong with it. */
  public Decoded decode() {
    return EventCodec.decode(new Position(topic, partition, offset), key, headers, payload);
  }
}
