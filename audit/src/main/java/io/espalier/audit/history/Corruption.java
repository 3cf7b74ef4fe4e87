package io.espalier.audit.history;

import io.espalier.envelope.Position;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.RecordDeserializationException;

/** Offsets in a row that cannot be read are one flaw: a checksum covers a batch of records. */
final class Corruption {
  private final TopicPartition partition;
  private final Consumer<LogFlaw> flaws;
  private long first = -1;
  private String why = "";

  Corruption(TopicPartition partition, Consumer<LogFlaw> flaws) {
    this.partition = partition;
    this.flaws = flaws;
  }

  /**
   * Whether the log is damaged where this was thrown. What is wrong with a batch, a consumer says
   * with an exception of no kind of its own.
   */
  static boolean causes(KafkaException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof RecordDeserializationException
        || e instanceof CorruptRecordException
        || (e.getClass().equals(KafkaException.class)
            && (message.startsWith("Received exception when fetching the next record")
                || message.startsWith("Encountered corrupt message")));
  }

  void at(long offset, KafkaException e) {
    if (first < 0) {
      first = offset;
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      why = root.getMessage() == null ? root.toString() : root.getMessage();
    }
  }

  /** What follows can be read again, from this offset on. */
  void endsAt(long next) {
    if (first >= 0) {
      long records = next - first;
      flaws.accept(
          new LogFlaw(
              new Position(partition.topic(), partition.partition(), first),
              (records == 1
                      ? "the record is damaged in the log: "
                      : records + " records are damaged in the log, to offset " + (next - 1) + ": ")
                  + why));
      first = -1;
    }
  }
}
