package io.espalier.predictor.flow;

import io.espalier.envelope.Position;
import io.espalier.log.RecordIntake;
import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Consumes the topics: hands an event on to the hops; see {@link RecordIntake} for the rest.
 *
 * <p>If an event cannot be handled, the process ends.
 */
@ApplicationScoped
class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int FAILED = 1;

  private final LaunchedToProposed launchedToProposed;
  private final TrainedToScored trainedToScored;
  private final RecordIntake intake;

  Intake(
      LaunchedToProposed launchedToProposed, TrainedToScored trainedToScored, Publisher publisher) {
    this.launchedToProposed = launchedToProposed;
    this.trainedToScored = trainedToScored;
    this.intake = new RecordIntake(publisher::bury, Intake::stop);
  }

  @Blocking
  @Incoming("campaigns")
  void campaigns(ConsumerRecord<byte[], byte[]> record) {
    intake.take(record, launchedToProposed::accept);
  }

  @Blocking
  @Incoming("trained")
  void trained(ConsumerRecord<byte[], byte[]> record) {
    intake.take(
        record,
        received -> {
          trainedToScored.accept(received);
          launchedToProposed.accept(received);
        });
  }

  private static void stop(Position position, Throwable failure) {
    LOG.fatalf(failure, "cannot handle %s, stopping", position);
    Quarkus.asyncExit(FAILED);
  }
}
