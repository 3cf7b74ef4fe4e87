package io.espalier.events;

import io.espalier.plan.Require;

/**
 * How good a network is. Accuracies are shares of samples (0..1), losses are mean softmax
 * cross-entropy in nats.
 */
public record Quality(
    double validationAccuracy, double validationLoss, double testAccuracy, double testLoss) {
  public Quality {
    Require.within("quality.validationAccuracy", validationAccuracy, 0, 1);
    Require.finiteNonNegative("quality.validationLoss", validationLoss);
    Require.within("quality.testAccuracy", testAccuracy, 0, 1);
    Require.finiteNonNegative("quality.testLoss", testLoss);
  }
}
