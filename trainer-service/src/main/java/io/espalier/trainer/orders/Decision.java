package io.espalier.trainer.orders;

import io.espalier.networks.order.TrainingOrder;
import java.util.function.Function;

/** What a worker does with an event that it was handed. */
public sealed interface Decision {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<Train, R> train,
      Function<Cancel, R> cancel,
      Function<GiveUp, R> giveUp,
      Function<Ignore, R> ignore) {
    if (this instanceof Train d) {
      return train.apply(d);
    }
    if (this instanceof Cancel d) {
      return cancel.apply(d);
    }
    if (this instanceof GiveUp d) {
      return giveUp.apply(d);
    }
    return ignore.apply((Ignore) this);
  }

  /** Do the training. */
  record Train(TrainingOrder order) implements Decision {}

  /**
   * Tell that the training will not be done, because nobody wants its result any more.
   *
   * @param reason why, for people
   */
  record Cancel(TrainingOrder order, String reason) implements Decision {}

  /**
   * Tell that the training failed, because workers died on it again and again.
   *
   * @param deliveries how often it was handed out, this time included
   */
  record GiveUp(TrainingOrder order, int deliveries) implements Decision {}

  /**
   * The event asks for no work.
   *
   * @param reason why, for people
   */
  record Ignore(String reason) implements Decision {}
}
