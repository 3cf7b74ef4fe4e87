package io.espalier.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.espalier.envelope.Position;
import io.espalier.events.Topic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Records that a consumer could not read, kept unchanged on {@code <topic>.dead-letter} with
 * headers that say where they stood, who could not read them and why.
 */
public final class DeadLetters {
  private static final String TOPIC = "dead-letter-topic";
  private static final String PARTITION = "dead-letter-partition";
  private static final String OFFSET = "dead-letter-offset";
  private static final String SERVICE = "dead-letter-service";
  private static final String REASON = "dead-letter-reason";
  private static final String TIME = "dead-letter-time";

  private DeadLetters() {}

  /**
   * A letter as it was found.
   *
   * @param original where the unreadable record stands
   * @param service who could not read it
   * @param reason what is wrong with it, for people
   * @param time when it was found
   */
  public record Letter(Position original, String service, String reason, Instant time) {}

  /** The letter to publish for a record that {@code service} could not read. */
  public static ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> record, String reason, String service, Instant time) {
    String deadLetterTopic =
        Topic.named(record.topic())
            .orElseThrow(
                () -> new IllegalArgumentException("not a topic of ours: " + record.topic()))
            .deadLetterName();
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(deadLetterTopic, record.key(), record.value());
    record.headers().forEach(letter.headers()::add);
    add(letter, TOPIC, record.topic());
    add(letter, PARTITION, String.valueOf(record.partition()));
    add(letter, OFFSET, String.valueOf(record.offset()));
    add(letter, SERVICE, service);
    add(letter, REASON, reason);
    add(letter, TIME, time.toString());
    return letter;
  }

  /**
   * Reads a record of a dead-letter topic. One that was put there by other means, without our
   * headers, is told as a letter about itself.
   */
  public static Letter read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return new Letter(
          new Position(
              value(record, TOPIC),
              Integer.parseInt(value(record, PARTITION)),
              Long.parseLong(value(record, OFFSET))),
          value(record, SERVICE),
          value(record, REASON),
          Instant.parse(value(record, TIME)));
    } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
      return new Letter(
          new Position(record.topic(), record.partition(), record.offset()),
          "unknown",
          "no dead-letter headers: " + e.getMessage(),
          Instant.ofEpochMilli(record.timestamp()));
    }
  }

  private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(name, value.getBytes(UTF_8));
  }

  private static String value(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return new String(header.value(), UTF_8);
  }
}
