package io.espalier.networks.optimizing;

import io.espalier.plan.TrainingOptions;
import java.util.function.IntToDoubleFunction;

/** A learning rate that is known beforehand; never ends a training. */
final class PlannedPace implements Pace {
  private final TrainingOptions options;
  private final IntToDoubleFunction share;
  private int epochsDone;

  /**
   * @param share of the learning rate after so many epochs
   */
  PlannedPace(TrainingOptions options, IntToDoubleFunction share) {
    this.options = options;
    this.share = share;
  }

  @Override
  public double rate() {
    return options.learningRate() * share.applyAsDouble(epochsDone);
  }

  @Override
  public double momentum() {
    return options.momentum();
  }

  @Override
  public boolean endsAfter(double validationAccuracy, boolean counts) {
    epochsDone++;
    return false;
  }
}
