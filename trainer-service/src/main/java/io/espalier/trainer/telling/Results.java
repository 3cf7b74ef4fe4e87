package io.espalier.trainer.telling;

import io.espalier.envelope.Decoded.Received;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrainingEvent.TrainingCancelled;
import io.espalier.events.TrainingEvent.TrainingFailed;
import io.espalier.networks.order.EpochReport;
import io.espalier.networks.order.Outcome;
import io.espalier.networks.order.TrainingOrder;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells how trainings go and end, each as the effect of the event that asked for it. */
@ApplicationScoped
public class Results {
  private final EventPublisher publisher;
  private final Worker worker;

  Results(EventPublisher publisher, Worker worker) {
    this.publisher = publisher;
    this.worker = worker;
  }

  /** An epoch is over. */
  public void epochFinished(TrainingOrder order, EpochReport epoch, Received cause) {
    publisher.tell(
        new EpochFinished(
            order.plan().campaign(),
            order.plan().trial(),
            order.plan().attempt(),
            order.at(),
            epoch.epoch(),
            order.epochs(),
            epoch.trainingLoss(),
            epoch.validationLoss(),
            epoch.validationAccuracy(),
            epoch.learningRate(),
            epoch.samplesPerSecond(),
            worker.name(),
            epoch.structure()),
        cause);
  }

  /** A network was trained to the end. */
  public void trained(TrainingOrder order, Outcome.Finished finished, Received cause) {
    publisher.tell(
        new Trained(
            order.plan(),
            order.at(),
            finished.checkpoint(),
            finished.mask(),
            finished.epochs(),
            finished.trainingLoss(),
            finished.quality(),
            finished.seconds(),
            worker.provenance(),
            finished.snapshots()),
        cause);
  }

  /** A training ended without a usable network. */
  public void failed(TrainingOrder order, FailureReason reason, String detail, Received cause) {
    publisher.tell(
        new TrainingFailed(order.plan(), order.at(), reason, detail, worker.provenance()), cause);
  }

  /** A training was given up because nobody wants its result any more. */
  public void cancelled(TrainingOrder order, String reason, Received cause) {
    publisher.tell(
        new TrainingCancelled(order.plan(), order.at(), reason, worker.provenance()), cause);
  }

  /** A record could not be read. */
  public void unreadable(ConsumerRecord<byte[], byte[]> record, String reason) {
    publisher.deadLetter(record, reason);
  }
}
