package io.espalier.networks.optimizing;

import io.espalier.plan.EarlyStopping;

/** Early stopping: counts the epochs without a new best. */
public final class Patience {
  private final EarlyStopping rule;
  private double best = Double.NEGATIVE_INFINITY;
  private int epochsWithout;

  public Patience(EarlyStopping rule) {
    this.rule = rule;
  }

  /**
   * An epoch is over. A new best is above the best so far, by {@link EarlyStopping#leastGain} or
   * more.
   *
   * @param validationAccuracy after it, 0..1
   * @return whether the training ends here
   */
  public boolean endsAfter(double validationAccuracy) {
    if (validationAccuracy > best && validationAccuracy - best >= rule.leastGain()) {
      best = validationAccuracy;
      epochsWithout = 0;
    } else {
      epochsWithout++;
    }
    return epochsWithout >= rule.patience();
  }
}
