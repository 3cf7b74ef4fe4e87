package io.espalier.audit.history;

import io.espalier.envelope.Position;
import io.espalier.plan.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from offset 0 to the end they have at the call, one partition after the other, and
 * goes on behind what is damaged. Each record is handed over once and not kept.
 */
public final class LogPass {
  private static final Duration POLL = Duration.ofMillis(250);

  /** So many polls in a row without a record, before the end, and the rest counts as unreadable. */
  private static final int SILENT_POLLS = 80;

  private final Map<String, Object> config;
  private final Consumer<ConsumerRecord<byte[], byte[]>> each;
  private final Consumer<LogFlaw> flaws;

  /**
   * A pass.
   *
   * @param client client settings; {@code bootstrap.servers} is needed
   * @param each takes every record; within a partition in the order of offsets
   * @param flaws takes gaps between offsets, records whose checksum is wrong, and partitions that
   *     cannot be read to their end
   */
  public LogPass(
      Map<String, Object> client,
      Consumer<ConsumerRecord<byte[], byte[]>> each,
      Consumer<LogFlaw> flaws) {
    this.config = new HashMap<>(Require.present("client", client));
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.CHECK_CRCS_CONFIG, true);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
    // A fetch that waits for more at the end of a partition would hold up the next partition.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.each = Require.present("each", each);
    this.flaws = Require.present("flaws", flaws);
  }

  /**
   * Reads the topics in their order, partitions by number.
   *
   * @return the offset behind the last record, by partition
   * @throws KafkaException if anything but damage keeps it from reading
   */
  public Map<TopicPartition, Long> over(List<String> topics) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : topics) {
        consumer.partitionsFor(topic).stream()
            .sorted(Comparator.comparingInt(PartitionInfo::partition))
            .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
      }
      // Offsets of partitions that are not assigned are answered, too, with a warning each.
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        if (begins.get(partition) > 0) {
          gap(partition, 0, begins.get(partition));
        }
        read(consumer, partition, begins.get(partition), ends.get(partition));
      }
      return Map.copyOf(ends);
    }
  }

  private void read(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long begin, long end) {
    if (begin == end) {
      return;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, begin);
    Corruption corruption = new Corruption(partition, flaws);
    long next = begin;
    int silent = 0;
    while (next < end && silent < SILENT_POLLS) {
      silent++;
      try {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
          silent = 0;
          corruption.endsAt(Math.min(record.offset(), next));
          if (record.offset() > next && record.offset() < end) {
            gap(partition, next, record.offset());
          }
          if (record.offset() < end) {
            each.accept(record);
          }
          next = record.offset() + 1;
        }
      } catch (KafkaException e) {
        if (!Corruption.causes(e)) {
          throw e;
        }
        silent = 0;
        corruption.at(next, e);
        next++;
        consumer.seek(partition, next);
      }
    }
    corruption.endsAt(next);
    if (next < end) {
      flaws.accept(
          new LogFlaw(
              new Position(partition.topic(), partition.partition(), next),
              "nothing can be read from here to the end, offset " + end));
    }
  }

  private void gap(TopicPartition partition, long expected, long found) {
    flaws.accept(
        new LogFlaw(
            new Position(partition.topic(), partition.partition(), expected),
            found - expected == 1
                ? "the record is missing: offset " + found + " follows"
                : found - expected + " records are missing: offset " + found + " follows"));
  }
}
