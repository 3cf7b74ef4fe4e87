package io.espalier.tracker.history;

import org.apache.kafka.common.TopicPartition;

/** Records are missing between what the history has and what was delivered. */
final class Gap extends RuntimeException {
  private final TopicPartition partition;
  private final long expected;

  Gap(TopicPartition partition, long expected, long delivered) {
    super(partition + ": offset " + delivered + " was delivered, the history lacks " + expected);
    this.partition = partition;
    this.expected = expected;
  }

  TopicPartition partition() {
    return partition;
  }

  long expected() {
    return expected;
  }
}
