package io.espalier.tracker.history;

import io.espalier.envelope.Decoded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How a batch moves the stored offsets on: only records that follow the stored offset without a gap
 * are taken; earlier ones are in the history already.
 *
 * @param records what is new
 * @param offsets the locked rows by partition
 * @param next the first offset after the batch, by partition
 */
record Advance(
    List<ConsumerRecord<byte[], byte[]>> records,
    Map<TopicPartition, ConsumedOffset> offsets,
    Map<TopicPartition, Long> next) {

  static Advance over(Collection<ConsumerRecord<byte[], byte[]>> batch) {
    Map<TopicPartition, ConsumedOffset> offsets =
        ConsumedOffset.locked(batch.stream().map(ConsumerRecord::topic).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(o -> new TopicPartition(o.topic, o.logPartition), o -> o));
    Advance advance = new Advance(new ArrayList<>(), offsets, new HashMap<>());
    batch.forEach(advance::take);
    return advance;
  }

  /** Moves the stored offsets on; {@code events} are the events among the records. */
  void apply(List<Decoded.Received> events) {
    next.forEach((partition, offset) -> offsets.get(partition).nextOffset = offset);
    events.forEach(
        e -> {
          TopicPartition partition =
              new TopicPartition(e.position().topic(), e.position().partition());
          offsets.get(partition).events++;
        });
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    ConsumedOffset stored = offsets.get(partition);
    if (stored == null) {
      throw new IllegalStateException(partition + " has no stored offset");
    }
    long expected = next.getOrDefault(partition, stored.nextOffset);
    if (record.offset() > expected) {
      throw new Gap(partition, expected, record.offset());
    }
    if (record.offset() == expected) {
      records.add(record);
      next.put(partition, expected + 1);
    }
  }
}
