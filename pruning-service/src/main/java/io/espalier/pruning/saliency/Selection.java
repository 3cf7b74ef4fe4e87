package io.espalier.pruning.saliency;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the weights of smallest saliency out of a group of layers that compete with each other.
 *
 * <p>Among equal saliencies the first in the order of layers, then of row-major indices, is cut.
 * Time O(n log n), memory one float per weight that is still there.
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
    if (amount == 0) {
      return layers.stream()
          .map(l -> new PrunedLayer(l.name(), l.copyOfKept(), l.total(), Optional.empty()))
          .toList();
    }
    float[] sorted = saliencies(layers);
    Arrays.sort(sorted);
    float threshold = sorted[amount - 1];
    int below = 0;
    while (sorted[below] < threshold) {
      below++;
    }
    Ties ties = new Ties(amount - below);
    return layers.stream().map(layer -> cut(layer, threshold, ties)).toList();
  }

  private static float[] saliencies(List<WeightLayer> layers) {
    long kept = layers.stream().mapToLong(WeightLayer::kept).sum();
    float[] saliencies = new float[Math.toIntExact(kept)];
    int next = 0;
    for (WeightLayer layer : layers) {
      BitSet there = layer.copyOfKept();
      for (int i = there.nextSetBit(0); i >= 0; i = there.nextSetBit(i + 1)) {
        saliencies[next++] = layer.saliency(i);
      }
    }
    return saliencies;
  }

  private static PrunedLayer cut(WeightLayer layer, float threshold, Ties ties) {
    BitSet kept = layer.copyOfKept();
    Optional<Double> largest = Optional.empty();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      double saliency = layer.saliency(i);
      if (saliency < threshold || (saliency == threshold && ties.take())) {
        kept.clear(i);
        largest = Optional.of(Math.max(saliency, largest.orElse(saliency)));
      }
    }
    return new PrunedLayer(layer.name(), kept, layer.total(), largest);
  }

  /** How many weights exactly at the threshold are still to be cut. */
  private static final class Ties {
    private int left;

    Ties(int left) {
      this.left = left;
    }

    boolean take() {
      return left > 0 && left-- > 0;
    }
  }
}
