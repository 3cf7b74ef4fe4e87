package io.espalier.pruning.selection;

import io.espalier.networks.ranking.LowestScores;
import java.util.BitSet;
import java.util.List;

/**
 * Layers whose candidates compete with each other.
 *
 * @param layers in the network's order
 */
record Pool(List<Candidates> layers) {

  long total() {
    return layers.stream().mapToLong(Candidates::total).sum();
  }

  int left() {
    return layers.stream().mapToInt(Candidates::left).sum();
  }

  /**
   * Candidates that are still to be cut so that the pool reaches a sparsity: {@code round(sparsity
   * * total)}, halves up, less what is gone; 0 if that is more.
   */
  int missing(double sparsity) {
    long gone = total() - left();
    return Math.toIntExact(Math.max(0, Math.round(sparsity * total()) - gone));
  }

  /** The candidates of least score, one set per layer. */
  List<BitSet> lowest(int amount) {
    return LowestScores.of(layers, amount);
  }
}
