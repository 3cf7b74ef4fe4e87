package io.espalier.predictor.flow;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.log.KafkaEvents;
import io.espalier.predictor.scoring.UnplannedTraining;
import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Consumes the topics: hands an event on to the hops, buries what is none or contradicts itself.
 *
 * <p>If an event cannot be handled, which means that the broker is gone for good or that the
 * service is wrong, the process ends without committing the offset: started again, it takes up
 * where it was.
 */
@ApplicationScoped
class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int FAILED = 1;

  private final LaunchedToProposed launchedToProposed;
  private final TrainedToScored trainedToScored;
  private final Publisher publisher;

  Intake(
      LaunchedToProposed launchedToProposed, TrainedToScored trainedToScored, Publisher publisher) {
    this.launchedToProposed = launchedToProposed;
    this.trainedToScored = trainedToScored;
    this.publisher = publisher;
  }

  @Blocking
  @Incoming("campaigns")
  void campaigns(ConsumerRecord<byte[], byte[]> record) {
    take(record, launchedToProposed::accept);
  }

  @Blocking
  @Incoming("trained")
  void trained(ConsumerRecord<byte[], byte[]> record) {
    take(
        record,
        received -> {
          trainedToScored.accept(received);
          launchedToProposed.accept(received);
        });
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
