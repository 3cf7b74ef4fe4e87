package io.espalier.networks.training;

import java.util.function.Function;

/** How a training ended. */
public sealed interface TrainingOutcome {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<Completed, R> completed,
      Function<Diverged, R> diverged,
      Function<Cancelled, R> cancelled) {
    if (this instanceof Completed outcome) {
      return completed.apply(outcome);
    }
    if (this instanceof Diverged outcome) {
      return diverged.apply(outcome);
    }
    return cancelled.apply((Cancelled) this);
  }

  /**
   * The training came to its end: all epochs, or fewer if its schedule or early stopping ended it.
   *
   * @param epochs that were trained
   * @param trainingLoss mean over the last epoch's samples, in nats
   * @param seconds wall time with validation
   */
  record Completed(int epochs, double trainingLoss, double seconds) implements TrainingOutcome {}

  /**
   * A loss or weight became NaN or infinite; the network is of no use.
   *
   * @param epoch in which it was seen, from 1
   * @param detail what was seen, for people
   */
  record Diverged(int epoch, String detail) implements TrainingOutcome {}

  /**
   * The listener or an interrupt ended the training early.
   *
   * @param epochs that were completed
   */
  record Cancelled(int epochs) implements TrainingOutcome {}
}
