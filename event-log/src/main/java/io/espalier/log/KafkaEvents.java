package io.espalier.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import io.espalier.plan.Require;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Carries events in Kafka records: CloudEvents in binary content mode. */
public final class KafkaEvents {
  private KafkaEvents() {}

  /** The record that tells an event; the partition follows from its key. */
  public static ProducerRecord<byte[], byte[]> write(Envelope<?> envelope) {
    return write(EventCodec.encode(envelope));
  }

  /** The record for an event that was encoded before. */
  public static ProducerRecord<byte[], byte[]> write(WireRecord wire) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            wire.topic(), wire.key().getBytes(UTF_8), wire.payload().getBytes(UTF_8));
    wire.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /**
   * The record for an event that an archive brings: the same event, marked so that nobody acts upon
   * it.
   *
   * @param root the archive's root hash
   */
  public static ProducerRecord<byte[], byte[]> writeImported(WireRecord wire, String root) {
    ProducerRecord<byte[], byte[]> record = write(wire);
    record.headers().add(WireRecord.ARCHIVE, Require.sha256("root", root).getBytes(UTF_8));
    return record;
  }

  /** Reads a record; whatever is wrong with it comes back as {@link Decoded.Malformed}. */
  public static Decoded read(ConsumerRecord<byte[], byte[]> record) {
    Position position = new Position(record.topic(), record.partition(), record.offset());
    try {
      Map<String, String> headers = new TreeMap<>();
      for (Header header : record.headers()) {
        if (headers.put(header.key(), text(header.value())) != null
            && WireRecord.isPartOfEvent(header.key())) {
          return new Decoded.Malformed(
              position, position + ": header " + header.key() + " stands there twice");
        }
      }
      return EventCodec.decode(position, text(record.key()), headers, text(record.value()));
    } catch (CharacterCodingException e) {
      return new Decoded.Malformed(position, position + ": not valid UTF-8");
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return bytes == null ? null : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
