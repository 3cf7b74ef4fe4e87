package io.espalier.networks.training;

import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Require;
import io.espalier.plan.TrainingOptions;
import java.util.Optional;

/**
 * What determines a training beside its initial weights and its data.
 *
 * @param options how to train; its own epochs are not looked at, and its structure learning only in
 *     step 0
 * @param epochs passes over the training samples in this training
 * @param seed of the data order
 * @param step 0 for the dense network, 1.. for retrainings, so that each has a data order of its
 *     own
 * @param mask weights to hold at zero; absent for dense training and where the structure is learned
 * @param leastGain the training ends after the first epoch that gains less validation accuracy (a
 *     share) than this on the epoch before; absent: after its epochs
 */
public record TrainingRun(
    TrainingOptions options,
    int epochs,
    long seed,
    int step,
    Optional<Mask> mask,
    Optional<Double> leastGain) {
  public TrainingRun {
    Require.present("run.options", options);
    Require.atLeast("run.epochs", epochs, 1);
    Require.atLeast("run.step", step, 0);
    Require.present("run.mask", mask);
    Require.present("run.leastGain", leastGain);
    if (step == 0 && options.structureLearning().isPresent() && mask.isPresent()) {
      throw new IllegalArgumentException(
          "run.mask is given, allowed where the structure is learned: none");
    }
  }

  /** For all of its epochs, if the options do not end it. */
  public TrainingRun(
      TrainingOptions options, int epochs, long seed, int step, Optional<Mask> mask) {
    this(options, epochs, seed, step, mask, Optional.empty());
  }
}
