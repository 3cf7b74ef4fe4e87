package io.espalier.tracker.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Json;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An event as it stands in the log; never changed. */
@Entity
@Table(name = "event")
@IdClass(HistoryEvent.Key.class)
public class HistoryEvent extends PanacheEntityBase {
  /** Where an event stands. */
  public record Key(String topic, int logPartition, long logOffset) {}

  @Id public String topic;
  @Id public int logPartition;
  @Id public long logOffset;
  public String id;
  public String type;
  public String campaign;

  /** Absent for events about campaigns and idle workers. */
  public String trial;

  public String source;
  public Instant time;
  public String hash;
  public String causeId;
  public String causeHash;
  public String trace;

  /** Root hash of the archive it was imported from; absent if it happened here. */
  public String archive;

  public String key;
  public String headers;
  public String payload;
  public boolean seenBefore;

  static HistoryEvent of(Decoded.Received received, String trial, boolean seenBefore) {
    HistoryEvent row = new HistoryEvent();
    row.topic = received.position().topic();
    row.logPartition = received.position().partition();
    row.logOffset = received.position().offset();
    row.id = received.event().eventId();
    row.type = received.wire().headers().get("ce_type");
    row.campaign = received.event().campaign();
    row.trial = trial;
    row.source = received.envelope().source();
    row.time = received.envelope().time();
    row.hash = received.hash();
    row.causeId = received.envelope().cause().map(Cause::id).orElse(null);
    row.causeHash = received.envelope().cause().map(Cause::hash).orElse(null);
    row.trace = received.envelope().trace().value();
    row.archive = received.archive().orElse(null);
    row.key = received.wire().key();
    row.payload = received.wire().payload();
    row.seenBefore = seenBefore;
    try {
      row.headers = Json.mapper().writeValueAsString(received.wire().headers());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write the headers of " + received, e);
    }
    return row;
  }

  /**
   * The hash of what the row holds, computed anew; the record's hash unless the row was altered.
   */
  public String contentHash() {
    try {
      Map<String, String> read = Json.mapper().readValue(headers, new TypeReference<>() {});
      return new WireRecord(topic, key, new TreeMap<>(read), payload).hash();
    } catch (JsonProcessingException e) {
      return "unreadable";
    }
  }

  /** The event that was told. */
  Decoded.Received received() {
    Position position = new Position(topic, logPartition, logOffset);
    try {
      Map<String, String> read = Json.mapper().readValue(headers, new TypeReference<>() {});
      if (archive != null) {
        read.put(WireRecord.ARCHIVE, archive);
      }
      Decoded decoded = EventCodec.decode(position, key, read, payload);
      if (decoded instanceof Decoded.Received received) {
        return received;
      }
      throw new IllegalStateException(
          "an event of the history cannot be read any more: "
              + ((Decoded.Malformed) decoded).reason());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers of " + position + " cannot be read", e);
    }
  }
}
