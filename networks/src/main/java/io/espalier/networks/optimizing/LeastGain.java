package io.espalier.networks.optimizing;

/**
 * Whether an epoch gained too little validation accuracy on the one before. The first epoch has
 * none before it and always gains enough.
 */
public final class LeastGain {
  private final double least;
  private double before = Double.NEGATIVE_INFINITY;

  /**
   * @param least share of the validation samples (0..1) below which a gain is too little
   */
  public LeastGain(double least) {
    this.least = least;
  }

  /**
   * An epoch is over.
   *
   * @param validationAccuracy after it, 0..1
   */
  public boolean isMissedBy(double validationAccuracy) {
    double gain = validationAccuracy - before;
    before = validationAccuracy;
    return gain < least;
  }
}
