package io.espalier.trainer.orders;

import io.espalier.events.Event;
import io.espalier.events.ProposalEvent;
import io.espalier.events.PruningEvent;
import io.espalier.networks.order.TrainingOrder;
import java.util.Optional;

/**
 * Decides what a worker does with an event from {@code architecture-proposed} or {@code pruned}.
 */
public final class Deciding {

  private Deciding() {}

  /**
   * The decision about one delivery.
   *
   * @param deliveries how often the event was handed out, this time included
   * @param deliveriesLeft how often the broker would hand it out again before it drops it silently
   */
  public static Decision decide(
      Event event, int deliveries, int deliveriesLeft, Standing standing) {
    Optional<TrainingOrder> asked = order(event);
    if (asked.isEmpty()) {
      return new Decision.Ignore(event.eventId() + " asks for no training");
    }
    TrainingOrder order = asked.get();
    if (standing.isFinished(order.plan(), order.at())) {
      return new Decision.Ignore(order.label() + " has ended before");
    }
    Optional<String> cancellation = standing.cancellation(order.plan());
    if (cancellation.isPresent()) {
      return new Decision.Cancel(order, cancellation.get());
    }
    return isLastSafeDelivery(deliveries, deliveriesLeft)
        ? new Decision.GiveUp(order, deliveries)
        : new Decision.Train(order);
  }

  /**
   * One delivery before the limit: if this worker died too, the next delivery would still tell the
   * failure, while after the limit nobody would ever hear of the training again. A first delivery
   * is always worth a try.
   */
  private static boolean isLastSafeDelivery(int deliveries, int deliveriesLeft) {
    return deliveries > 1 && deliveriesLeft <= 1;
  }

  private static Optional<TrainingOrder> order(Event event) {
    if (event instanceof ProposalEvent proposal) {
      return proposal.match(
          proposed -> Optional.of(TrainingOrder.dense(proposed.plan())),
          skipped -> Optional.empty(),
          finished -> Optional.empty());
    }
    if (event instanceof PruningEvent pruning) {
      return pruning.match(
          pruned -> Optional.of(TrainingOrder.after(pruned)),
          finished -> Optional.empty(),
          failed -> Optional.empty());
    }
    return Optional.empty();
  }
}
