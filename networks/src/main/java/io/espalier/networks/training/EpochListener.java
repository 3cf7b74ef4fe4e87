package io.espalier.networks.training;

/** Hears of each epoch, on the training's thread. */
@FunctionalInterface
public interface EpochListener {
  /** For callers that only want the outcome. */
  EpochListener NONE = metrics -> Continuation.CONTINUE;

  /** What to do after an epoch. */
  enum Continuation {
    CONTINUE,
    CANCEL
  }

  /** Called after each epoch, the last one included. */
  Continuation epochFinished(EpochMetrics metrics);
}
