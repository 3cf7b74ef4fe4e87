package io.espalier.pruning.saliency;

import io.espalier.events.LayerPruning;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a pruning step left of one layer.
 *
 * @param layer name of the weight tensor, such as {@code layer0.weight}
 * @param kept a set bit for each weight that is kept, in row-major order; not to be changed
 * @param total weights of the dense layer
 * @param threshold the largest saliency that was cut in this step; absent if nothing was cut
 */
public record PrunedLayer(String layer, BitSet kept, int total, Optional<Double> threshold) {

  /** The outcome as events tell it. */
  public LayerPruning outcome() {
    return new LayerPruning(layer, kept.cardinality(), total, threshold);
  }
}
