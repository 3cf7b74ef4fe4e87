package io.espalier.pruning.saliency;

import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;

/** How far the remaining weights of a layer are spread. */
public final class LayerSpread {
  private LayerSpread() {}

  /**
   * Standard deviation of the weights that the mask keeps, about their mean, over their number (of
   * the population, not of a sample). Weights that are all equal, or none, have the spread 1, so
   * that a division by it leaves saliencies as they are. Two passes, O(weights).
   */
  public static double of(LayerMask kept, FloatTensor weights) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += kept.keeps(i) ? weights.value(i) : 0;
    }
    double mean = sum / kept.kept();
    double squares = 0;
    for (int i = 0; i < weights.size(); i++) {
      double deviation = kept.keeps(i) ? weights.value(i) - mean : 0;
      squares += deviation * deviation;
    }
    return squares > 0 ? Math.sqrt(squares / kept.kept()) : 1;
  }

  /** The saliency over the spread, as a float; the greatest one if a float cannot hold it. */
  public static float divided(float saliency, double spread) {
    return (float) Math.min(saliency / spread, Float.MAX_VALUE);
  }
}
