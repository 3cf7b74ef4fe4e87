package io.espalier.events;

import io.espalier.plan.Require;
import java.util.Optional;

/**
 * What a pruning step left of one layer.
 *
 * @param layer name of the weight tensor, such as {@code layer0.weight}
 * @param kept weights that remain
 * @param total weights of the dense layer
 * @param threshold the largest saliency that was cut in this step; absent if nothing was cut
 */
public record LayerPruning(String layer, long kept, long total, Optional<Double> threshold) {
  public LayerPruning {
    Require.text("layer", layer);
    Require.atLeast("total", total, 1);
    Require.within("kept", kept, 0, total);
    Require.present("threshold", threshold);
  }
}
