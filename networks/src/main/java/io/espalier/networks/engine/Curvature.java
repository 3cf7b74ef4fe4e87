package io.espalier.networks.engine;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How sharply the mean cross-entropy of some samples is curved along each single weight, taken from
 * squares of first derivatives. p is the softmax of a sample's outputs, c a class, l its label.
 */
public enum Curvature {
  /**
   * Diagonal of the Gauss-Newton matrix: mean over samples of the sum over classes of the squared
   * gradient that {@code sqrt(p_c) (p - onehot(c))} at the outputs leads to. Those vectors are a
   * root of the loss's Hessian by the outputs, diag(p) - p p'. Where the outputs are piecewise
   * linear in each single weight (ReLU, pooling and no recurrence) it is the diagonal of the
   * Hessian itself.
   */
  GAUSS_NEWTON,
  /**
   * Diagonal of the empirical Fisher information: mean over samples of the squared gradient of the
   * sample's own loss, {@code p - onehot(l)} at the outputs.
   */
  EMPIRICAL_FISHER;

  /**
   * What goes backward, one pass each; the squares of what arrives, summed over passes and samples,
   * are the diagonal.
   *
   * @param samples over which is averaged
   */
  public List<OutputGradient> passes(int samples, int classes) {
    return this == EMPIRICAL_FISHER
        ? List.of(new OwnLoss(samples))
        : IntStream.range(0, classes).<OutputGradient>mapToObj(c -> new Root(c, samples)).toList();
  }

  /** A sample's own loss. */
  private record OwnLoss(int samples) implements OutputGradient {
    @Override
    public int target(int label) {
      return label;
    }

    @Override
    public double scaled(double difference, double probability) {
      return difference / Math.sqrt(samples);
    }
  }

  /** One vector of the root of the loss's Hessian. */
  private record Root(int ofClass, int samples) implements OutputGradient {
    @Override
    public int target(int label) {
      return ofClass;
    }

    @Override
    public double scaled(double difference, double probability) {
      return difference * Math.sqrt(probability / samples);
    }
  }
}
