package io.espalier.trainer.flow;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Decoded.Malformed;
import io.espalier.envelope.Decoded.Received;
import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.log.KafkaEvents;
import io.espalier.networks.order.EpochReport;
import io.espalier.networks.order.Outcome;
import io.espalier.networks.order.Training;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.trainer.orders.Deciding;
import io.espalier.trainer.orders.Decision;
import io.espalier.trainer.orders.Standing;
import io.espalier.trainer.share.Delivery;
import io.espalier.trainer.share.Verdict;
import io.espalier.trainer.share.Work;
import io.espalier.trainer.telling.PublishingFailed;
import io.espalier.trainer.telling.Results;
import io.espalier.trainer.telling.WorkerReports;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes {@code architecture-proposed} and {@code pruned}, tells {@code trained}. */
@ApplicationScoped
public class ProposedToTrained implements Work {
  private static final Logger LOG = Logger.getLogger(ProposedToTrained.class);

  private final Standing standing;
  private final Training training;
  private final Results results;
  private final WorkerReports reports;
  private final TrainingMetrics metrics;

  ProposedToTrained(
      Standing standing,
      Training training,
      Results results,
      WorkerReports reports,
      TrainingMetrics metrics) {
    this.standing = standing;
    this.training = training;
    this.results = results;
    this.reports = reports;
    this.metrics = metrics;
  }

  @Override
  public Verdict on(Delivery delivery) {
    Decoded decoded = KafkaEvents.read(delivery.record());
    if (decoded instanceof Malformed malformed) {
      results.unreadable(delivery.record(), malformed.reason());
      LOG.warnf("put aside a record that cannot be read: %s", malformed.reason());
      return Verdict.DONE;
    }
    Received received = (Received) decoded;
    if (received.isImported()) {
      LOG.debugf("history, nothing to do: %s", received.event().eventId());
      return Verdict.DONE;
    }
    Decision decision =
        Deciding.decide(
            received.event(), delivery.deliveries(), delivery.deliveriesLeft(), standing);
    return decision.match(
        train -> train(train.order(), received, delivery),
        cancel -> cancelled(cancel.order(), cancel.reason(), received),
        giveUp -> failed(giveUp.order(), crashLoop(giveUp), received),
        ignore -> {
          LOG.debugf("nothing to do: %s", ignore.reason());
          return Verdict.DONE;
        });
  }

  private Verdict train(TrainingOrder order, Received received, Delivery delivery) {
    LOG.infof("training %s, delivery %d", order.label(), delivery.deliveries());
    reports.busy(delivery.slot(), order);
    try {
      Outcome outcome = outcome(order, received, delivery);
      return delivery.lease().isHeld()
          ? outcome.match(
              finished -> trained(order, finished, received),
              failed -> failed(order, failed, received),
              abandoned ->
                  standing
                      .cancellation(order.plan())
                      .map(reason -> cancelled(order, reason, received))
                      .orElse(Verdict.HAND_BACK))
          : Verdict.HAND_BACK;
    } finally {
      reports.idle(delivery.slot());
    }
  }

  private Outcome outcome(TrainingOrder order, Received received, Delivery delivery) {
    try {
      return training.run(
          order,
          new Training.Watcher() {
            @Override
            public boolean goesOn() {
              return delivery.lease().isHeld() && standing.cancellation(order.plan()).isEmpty();
            }

            @Override
            public void epochFinished(EpochReport epoch) {
              if (delivery.lease().isHeld()) {
                results.epochFinished(order, epoch, received);
                metrics.epochFinished(epoch);
              }
            }
          });
    } catch (PublishingFailed e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "training %s failed unexpectedly", order.label());
      return new Outcome.Failed(FailureReason.UNEXPECTED, e.toString());
    }
  }

  private Verdict trained(TrainingOrder order, Outcome.Finished finished, Received cause) {
    results.trained(order, finished, cause);
    metrics.trained(finished.seconds());
    LOG.infof(
        "trained %s: test accuracy %.4f after %.1f s",
        order.label(), finished.quality().testAccuracy(), finished.seconds());
    return Verdict.DONE;
  }

  private Verdict failed(TrainingOrder order, Outcome.Failed failure, Received cause) {
    results.failed(order, failure.reason(), failure.detail(), cause);
    metrics.failed(failure.reason());
    LOG.warnf("training %s failed: %s, %s", order.label(), failure.reason(), failure.detail());
    return Verdict.DONE;
  }

  private Verdict cancelled(TrainingOrder order, String reason, Received cause) {
    results.cancelled(order, reason, cause);
    metrics.cancelled();
    LOG.infof("training %s is cancelled: %s", order.label(), reason);
    return Verdict.DONE;
  }

  private static Outcome.Failed crashLoop(Decision.GiveUp giveUp) {
    return new Outcome.Failed(
        FailureReason.CRASH_LOOP,
        "handed out "
            + giveUp.deliveries()
            + " times without an end: workers died on it or were stopped");
  }
}
