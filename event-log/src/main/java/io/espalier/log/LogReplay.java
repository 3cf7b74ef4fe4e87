package io.espalier.log;

import io.espalier.envelope.Decoded;
import io.espalier.events.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads whole topics from their beginning to the end they have at the call. This is how a service
 * learns at its start what has already happened and what it has already said.
 */
public final class LogReplay {
  private static final Duration POLL = Duration.ofMillis(200);

  private LogReplay() {}

  /**
   * Hands every record to {@code fold}, malformed and imported ones included. Records of one
   * partition come in the order of their offsets; between partitions there is no order.
   *
   * @param client client settings; {@code bootstrap.servers} is needed
   * @return the offset behind the last record read, by partition: what to resume from
   */
  public static Map<TopicPartition, Long> replay(
      Map<String, Object> client, Collection<Topic> topics, Consumer<Decoded> fold) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(t -> consumer.partitionsFor(t.topicName()).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < ends.get(partition)) {
            fold.accept(KafkaEvents.read(record));
          }
        }
      }
      return Map.copyOf(ends);
    }
  }
}
