package io.espalier.log.testing;

import io.espalier.envelope.Decoded;
import io.espalier.log.KafkaEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all that comes on some topics, from their beginning; waits a minute for it at most. */
public final class TopicReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  /**
   * A reader of topics that exist.
   *
   * @param bootstrapServers the broker, as {@code host:port}
   */
  public TopicReader(String bootstrapServers, String... topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Reads until the condition holds of everything read so far, which it returns.
   *
   * @throws AssertionError if the condition does not come to hold
   */
  public List<ConsumerRecord<byte[], byte[]>> recordsUntil(
      Predicate<List<ConsumerRecord<byte[], byte[]>>> condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.test(records)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not met by " + records.size() + " records: " + ids());
      }
      consumer.poll(POLL).forEach(records::add);
    }
    return List.copyOf(records);
  }

  /**
   * Reads until the condition holds of all events read so far, which it returns; for topics that
   * hold nothing but events.
   *
   * @throws AssertionError if the condition does not come to hold
   */
  public List<Decoded.Received> until(Predicate<List<Decoded.Received>> condition) {
    return events(recordsUntil(read -> condition.test(events(read))));
  }

  private List<String> ids() {
    return events(records).stream().map(r -> r.event().eventId()).toList();
  }

  private static List<Decoded.Received> events(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(r -> (Decoded.Received) KafkaEvents.read(r)).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
