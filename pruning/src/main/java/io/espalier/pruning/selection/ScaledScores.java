package io.espalier.pruning.selection;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.plan.Distribution;
import io.espalier.pruning.saliency.LayerSpread;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;

/**
 * Saliencies as they compete: as they are, or for {@code class-distributed} divided by the spread
 * of their layer's remaining weights.
 */
record ScaledScores(PlannedCut cut, SaliencyScores scores) {

  /** One per weight in row-major order; not to be written. */
  float[] of(LayerMask layer) throws SaliencyUnusable {
    float[] values = scores.of(layer);
    if (cut.criterion().distribution() != Distribution.CLASS_DISTRIBUTED) {
      return values;
    }
    double spread = LayerSpread.of(layer, cut.weights().tensor(layer.layer()));
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = LayerSpread.divided(values[i], spread);
    }
    return scaled;
  }
}
