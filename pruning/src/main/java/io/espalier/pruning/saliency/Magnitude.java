package io.espalier.pruning.saliency;

import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** |w| (Han, Pool, Tran, Dally 2015, arXiv 1506.02626). O(weights). */
final class Magnitude implements Saliency {

  @Override
  public String name() {
    return Criterion.MAGNITUDE;
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    return scaled(network, (layer, weights) -> 1);
  }

  /**
   * |w| / divisor.
   *
   * @param divisor of a layer, greater than 0
   */
  static SaliencyScores scaled(
      ScoredNetwork network, ToDoubleBiFunction<LayerMask, FloatTensor> divisor) {
    return SaliencyScores.of(
        network.mask().layers().stream()
            .collect(
                Collectors.toMap(
                    LayerMask::layer,
                    layer -> {
                      FloatTensor weights = network.checkpoint().tensor(layer.layer());
                      return magnitudes(weights, divisor.applyAsDouble(layer, weights));
                    })));
  }

  private static float[] magnitudes(FloatTensor weights, double divisor) {
    float[] scores = new float[weights.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = LayerSpread.divided(Math.abs(weights.value(i)), divisor);
    }
    return scores;
  }
}
