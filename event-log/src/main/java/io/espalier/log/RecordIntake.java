package io.espalier.log;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.plan.UnplannedTraining;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the records of a service one by one: an event that happened here is handed on; an imported
 * one is history and passed over; what is no event, or contradicts itself, is buried, so that the
 * next record can be read.
 *
 * <p>An event that cannot be handled, which means that the broker is gone for good or that the
 * service is wrong, must end the process without its offset being committed: started again, the
 * service takes up where it was. Keeps no state; as safe for threads as its functions.
 */
public final class RecordIntake {
  private final BiConsumer<ConsumerRecord<byte[], byte[]>, String> bury;
  private final BiConsumer<Position, Throwable> fail;

  /**
   * An intake.
   *
   * @param bury puts a record on the dead-letter topic for a reason, which names where it stands;
   *     returns once the broker has acknowledged it
   * @param fail says that the record at a position cannot be handled, and why, and has the process
   *     end
   */
  public RecordIntake(
      BiConsumer<ConsumerRecord<byte[], byte[]>, String> bury,
      BiConsumer<Position, Throwable> fail) {
    this.bury = bury;
    this.fail = fail;
  }

  /**
   * Takes one record; when this returns, its offset may be committed.
   *
   * @param hop handles an event that was not imported; says by {@link UnplannedTraining} that it
   *     contradicts itself
   * @throws RuntimeException what the hop or the burial threw, after the failure was told; an error
   *     likewise
   */
  public void take(ConsumerRecord<byte[], byte[]> record, Consumer<Decoded.Received> hop) {
    try {
      flaw(KafkaEvents.read(record), hop).ifPresent(reason -> bury.accept(record, reason));
    } catch (RuntimeException | Error e) {
      fail.accept(new Position(record.topic(), record.partition(), record.offset()), e);
      throw e;
    }
  }

  private static Optional<String> flaw(Decoded decoded, Consumer<Decoded.Received> hop) {
    if (decoded instanceof Decoded.Malformed malformed) {
      return Optional.of(malformed.reason());
    }
    Decoded.Received received = (Decoded.Received) decoded;
    if (received.isImported()) {
      return Optional.empty();
    }
    try {
      hop.accept(received);
      return Optional.empty();
    } catch (UnplannedTraining e) {
      return Optional.of(decoded.position() + ": " + e.getMessage());
    }
  }
}
