package io.espalier.networks.engine;

/**
 * What goes backward from the outputs of a sample: a multiple of {@code p - onehot(target)}, p
 * being the softmax of the outputs.
 */
public interface OutputGradient {

  /** The class of the one-hot vector. */
  int target(int label);

  /**
   * The multiple of one element of the difference.
   *
   * @param probability of the target, 0..1
   */
  double scaled(double difference, double probability);

  /** The gradient of the mean cross-entropy of so many samples. */
  static OutputGradient ofMeanLoss(int samples) {
    return new OutputGradient() {
      @Override
      public int target(int label) {
        return label;
      }

      @Override
      public double scaled(double difference, double probability) {
        return difference / samples;
      }
    };
  }
}
