package io.espalier.trainer.share.planted;

/** Breaks a boundary on purpose, so that the rule is seen to bite. */
public interface ShareThatKnowsOrders {
  io.espalier.trainer.orders.Standing forbidden();
}
