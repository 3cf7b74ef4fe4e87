package io.espalier.trainer.share;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.jboss.logging.Logger;

/** The record that a member of the group holds. Used by the member's own thread only. */
final class HeldRecord {
  private static final Logger LOG = Logger.getLogger(HeldRecord.class);
  private static final Duration COMMIT = Duration.ofSeconds(10);

  private final KafkaShareConsumer<byte[], byte[]> member;
  private ConsumerRecord<byte[], byte[]> record;

  HeldRecord(KafkaShareConsumer<byte[], byte[]> member, ConsumerRecord<byte[], byte[]> record) {
    this.member = member;
    this.record = record;
  }

  /**
   * Starts the lock's time anew.
   *
   * <p>The client hands a renewed record out a second time, and only that copy can be acknowledged
   * later. The renewal is committed before the poll: a poll that carries the renewal to the broker
   * also fetches other records, whose locks would then run out in the client's buffer.
   *
   * @return whether the record is still ours
   */
  boolean renew() {
    if (!commit(AcknowledgeType.RENEW)) {
      return false;
    }
    for (ConsumerRecord<byte[], byte[]> renewed : member.poll(Duration.ZERO)) {
      record = renewed;
      return true;
    }
    return false;
  }

  /** Tells the broker what became of the record and waits for its answer. */
  void end(Verdict verdict) {
    commit(verdict.acknowledgement());
  }

  private boolean commit(AcknowledgeType type) {
    member.acknowledge(record, type);
    Map<TopicIdPartition, Optional<KafkaException>> answers = member.commitSync(COMMIT);
    List<KafkaException> refusals = answers.values().stream().flatMap(Optional::stream).toList();
    refusals.forEach(e -> LOG.warnf("%s: the broker refused %s: %s", name(), type, e.getMessage()));
    return refusals.isEmpty();
  }

  /** The record as it was delivered last. */
  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  /** Where the record stands, for people. */
  String name() {
    return record.topic() + "[" + record.partition() + "]@" + record.offset();
  }
}
