package io.espalier.pruning.flow;

import io.espalier.envelope.Position;
import io.espalier.log.RecordIntake;
import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Consumes the topic: hands an event on to the hop; see {@link RecordIntake} for the rest.
 *
 * <p>If an event cannot be handled, the process ends.
 */
@ApplicationScoped
class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int FAILED = 1;

  private final TrainedToPruned trainedToPruned;
  private final RecordIntake intake;

  Intake(TrainedToPruned trainedToPruned, Publisher publisher) {
    this.trainedToPruned = trainedToPruned;
    this.intake = new RecordIntake(publisher::bury, Intake::stop);
  }

  @Blocking
  @Incoming("trained")
  void trained(ConsumerRecord<byte[], byte[]> record) {
    intake.take(record, trainedToPruned::accept);
  }

  private static void stop(Position position, Throwable failure) {
    LOG.fatalf(failure, "cannot handle %s, stopping", position);
    Quarkus.asyncExit(FAILED);
  }
}
