package io.espalier.trainer.telling;

import io.espalier.events.WorkerEvent;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.events.WorkerEvent.WorkerIdle;
import io.espalier.events.WorkerEvent.WorkerJoined;
import io.espalier.events.WorkerEvent.WorkerLeft;
import io.espalier.networks.order.TrainingOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/**
 * Tells who this worker is and what its slots do, in one numbered order. A report that cannot be
 * published is logged and never holds up a training.
 */
@ApplicationScoped
public class WorkerReports {
  private static final Logger LOG = Logger.getLogger(WorkerReports.class);

  private final EventPublisher publisher;
  private final Worker worker;
  private long sequence;

  WorkerReports(EventPublisher publisher, Worker worker) {
    this.publisher = publisher;
    this.worker = worker;
  }

  /** The worker takes work from now on. */
  public void joined() {
    report(
        n ->
            new WorkerJoined(
                worker.name(),
                n,
                worker.slots(),
                worker.device(),
                worker.machine(),
                worker.softwareVersion()));
  }

  /** A slot began a training. */
  public void busy(int slot, TrainingOrder order) {
    report(
        n ->
            new WorkerBusy(
                worker.name(),
                n,
                slot,
                order.plan().campaign(),
                order.plan().trial(),
                order.plan().attempt(),
                order.at()));
  }

  /** A slot waits for work again. */
  public void idle(int slot) {
    report(n -> new WorkerIdle(worker.name(), n, slot));
  }

  /** The worker shuts down in order. */
  public void left(String reason) {
    report(n -> new WorkerLeft(worker.name(), n, reason));
  }

  private synchronized void report(LongFunction<WorkerEvent> numbered) {
    WorkerEvent event = numbered.apply(++sequence);
    try {
      publisher.tell(event);
    } catch (PublishingFailed e) {
      LOG.warnf(e, "worker report %s was lost", event.eventId());
    }
  }
}
