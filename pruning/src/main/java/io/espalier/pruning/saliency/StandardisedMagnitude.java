package io.espalier.pruning.saliency;

import io.espalier.plan.PruningMethod.Criterion;

/**
 * |w| / standard deviation of the layer's remaining weights (the class-distributed scheme of See,
 * Luong, Manning 2016, arXiv 1606.09274, as a saliency). O(weights).
 */
final class StandardisedMagnitude implements Saliency {

  @Override
  public String name() {
    return Criterion.STANDARDISED_MAGNITUDE;
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    return Magnitude.scaled(network, LayerSpread::of);
  }
}
