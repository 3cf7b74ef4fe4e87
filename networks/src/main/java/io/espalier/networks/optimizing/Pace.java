package io.espalier.networks.optimizing;

import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.LearningRateSchedule.Cosine;
import io.espalier.plan.LearningRateSchedule.Plateau;
import io.espalier.plan.LearningRateSchedule.Step;
import io.espalier.plan.TrainingOptions;

/**
 * Learning rate and momentum from epoch to epoch, and whether the schedule has ended the training.
 * Tell it of every epoch, in order.
 */
public interface Pace {

  /**
   * The pace of one training.
   *
   * @param epochs at most, in this training
   */
  static Pace of(TrainingOptions options, int epochs) {
    return options.schedule().map(s -> of(s, options, epochs)).orElseGet(() -> steady(options));
  }

  private static Pace of(LearningRateSchedule schedule, TrainingOptions options, int epochs) {
    if (schedule instanceof Step step) {
      return new PlannedPace(options, epoch -> after(epoch, step));
    }
    if (schedule instanceof Cosine cosine) {
      return new PlannedPace(options, epoch -> share(cosine.floor(), (double) epoch / epochs));
    }
    return new PlateauPace(options, (Plateau) schedule);
  }

  private static Pace steady(TrainingOptions options) {
    return new PlannedPace(options, epoch -> 1);
  }

  private static double after(int epochs, Step step) {
    int falls = epochs / step.everyEpochs();
    return Math.pow(step.factor(), falls);
  }

  /** From 1 at time 0 down to the floor at time 1. */
  private static double share(double floor, double time) {
    return floor + (1 - floor) * (1 + Math.cos(Math.PI * time)) / 2;
  }

  /** Learning rate of the present epoch. */
  double rate();

  /** Momentum of the present epoch. */
  double momentum();

  /**
   * The present epoch is over, the next one begins.
   *
   * @param validationAccuracy after it, 0..1
   * @param counts whether the accuracy counts; it does not while weights are taken away, since its
   *     fall is then the price of the sparsity
   * @return whether the schedule ends the training here
   */
  boolean endsAfter(double validationAccuracy, boolean counts);
}
