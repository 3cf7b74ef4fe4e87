package io.espalier.networks.optimizing;

import io.espalier.plan.LearningRateSchedule.Plateau;
import io.espalier.plan.TrainingOptions;

/**
 * Falls when the validation accuracy gains less than asked for against the epoch before (study 1 of
 * arXiv 2107.12917). The first epoch has none before it and never lets it fall.
 */
final class PlateauPace implements Pace {
  /** Products like 0.01 * 0.1 * 0.1 may lie a bit above the end that people write. */
  private static final double ROUNDING = 1 + 1e-9;

  private final Plateau plateau;
  private final LeastGain gain;
  private double rate;
  private double momentum;

  PlateauPace(TrainingOptions options, Plateau plateau) {
    this.plateau = plateau;
    this.gain = new LeastGain(plateau.leastGain());
    this.rate = options.learningRate();
    this.momentum = options.momentum();
  }

  @Override
  public double rate() {
    return rate;
  }

  @Override
  public double momentum() {
    return momentum;
  }

  @Override
  public boolean endsAfter(double validationAccuracy, boolean counts) {
    boolean stagnates = gain.isMissedBy(validationAccuracy);
    if (counts && stagnates) {
      rate *= plateau.factor();
      momentum = plateau.momentum().orElse(momentum);
    }
    return rate <= plateau.end() * ROUNDING;
  }
}
