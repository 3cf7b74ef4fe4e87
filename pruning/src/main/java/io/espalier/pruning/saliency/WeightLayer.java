package io.espalier.pruning.saliency;

import io.espalier.networks.ranking.LowestScores;
import java.util.BitSet;

/**
 * The weights of one layer and which of them are still there.
 *
 * <p>A class, not a record, because it holds an array; it is shared, not copied, and never written
 * to here.
 */
public final class WeightLayer implements LowestScores.Group {
  private final String name;
  private final float[] weights;
  private final BitSet kept;

  /**
   * @param name name of the weight tensor, such as {@code layer0.weight}
   * @param weights the matrix [out, in] in row-major order; all finite
   * @param kept a set bit where a weight is still there
   * @throws IllegalArgumentException if there is no weight, if a weight is NaN or infinite, or if
   *     one is kept that does not exist
   */
  public WeightLayer(String name, float[] weights, BitSet kept) {
    if (weights.length == 0 || kept.length() > weights.length) {
      throw new IllegalArgumentException(
          name + " has " + weights.length + " weights and keeps " + kept.length());
    }
    for (int i = 0; i < weights.length; i++) {
      if (!Float.isFinite(weights[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] is " + weights[i]);
      }
    }
    this.name = name;
    this.weights = weights;
    this.kept = kept;
  }

  String name() {
    return name;
  }

  /** Weights of the dense layer. */
  int total() {
    return weights.length;
  }

  /** Weights that are still there. */
  int kept() {
    return kept.cardinality();
  }

  /** A copy: which weights are still there. */
  @Override
  public BitSet members() {
    return (BitSet) kept.clone();
  }

  /** The saliency |w| of a weight. */
  @Override
  public float score(int index) {
    return Math.abs(weights[index]);
  }
}
