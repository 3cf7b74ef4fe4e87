package io.espalier.pruning.flow;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.log.KafkaEvents;
import io.espalier.pruning.schedule.UnplannedTraining;
import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Consumes the topic: hands an event on to the hop, buries what is none or contradicts itself.
 *
 * <p>If an event cannot be handled, which means that the broker is gone for good or that the
 * service is wrong, the process ends without committing the offset: started again, it takes up
 * where it was.
 */
@ApplicationScoped
class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int FAILED = 1;

  private final TrainedToPruned trainedToPruned;
  private final Publisher publisher;

  Intake(TrainedToPruned trainedToPruned, Publisher publisher) {
    this.trainedToPruned = trainedToPruned;
    this.publisher = publisher;
  }

  @Blocking
  @Incoming("trained")
  void trained(ConsumerRecord<byte[], byte[]> record) {
    take(record, trainedToPruned::accept);
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Consumer<Decoded.Received> hop) {
    try {
      Decoded decoded = KafkaEvents.read(record);
      if (decoded instanceof Decoded.Received received) {
        hop.accept(received);
      } else if (decoded instanceof Decoded.Malformed malformed) {
        publisher.bury(record, malformed.reason());
      }
    } catch (UnplannedTraining e) {
      publisher.bury(
          record,
          new Position(record.topic(), record.partition(), record.offset())
              + ": "
              + e.getMessage());
    } catch (RuntimeException e) {
      LOG.fatalf(
          e,
          "cannot handle %s[%d]@%d, stopping",
          record.topic(),
          record.partition(),
          record.offset());
      Quarkus.asyncExit(FAILED);
      throw e;
    }
  }
}
