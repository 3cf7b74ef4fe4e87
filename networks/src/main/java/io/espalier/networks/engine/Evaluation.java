package io.espalier.networks.engine;

/**
 * How a model does on samples.
 *
 * @param samples number of samples
 * @param lossSum cross-entropy summed over them, in nats
 * @param correct samples whose label got the highest output (of equal ones the first counts)
 */
public record Evaluation(long samples, double lossSum, long correct) {
  /** Mean cross-entropy in nats. */
  public double loss() {
    return lossSum / samples;
  }

  /** Share of correct answers, 0..1. */
  public double accuracy() {
    return (double) correct / samples;
  }
}
