package io.espalier.pruning.saliency;

import io.espalier.networks.ranking.LowestScores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the weights of smallest saliency out of a group of layers that compete with each other.
 *
 * <p>Among equal saliencies the first in the order of layers, then of row-major indices, is cut.
 * Time O(n), memory one float per weight that is still there.
 */
final class Selection {
  private Selection() {}

  /**
   * What is left after cutting, in the order of the layers.
   *
   * @param layers the competing layers, in the network's order
   * @param amount weights to cut, at most as many as are still there
   */
  static List<PrunedLayer> cut(List<WeightLayer> layers, int amount) {
    List<BitSet> lowest = LowestScores.of(layers, amount);
    List<PrunedLayer> left = new ArrayList<>();
    for (int i = 0; i < lowest.size(); i++) {
      left.add(without(layers.get(i), lowest.get(i)));
    }
    return left;
  }

  private static PrunedLayer without(WeightLayer layer, BitSet lowest) {
    BitSet kept = layer.members();
    kept.andNot(lowest);
    Optional<Double> threshold =
        lowest.stream().mapToObj(i -> (double) layer.score(i)).max(Double::compare);
    return new PrunedLayer(layer.name(), kept, layer.total(), threshold);
  }
}
