package io.espalier.pruning.selection;

import io.espalier.networks.ranking.LowestScores;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What can be cut of one layer: its weights, or its units. A class, not a record, because it holds
 * an array; it is shared and not written to.
 */
final class Candidates implements LowestScores.Group {
  private final String layer;
  private final List<String> tensors;
  private final List<Long> shape;
  private final BitSet members;
  private final float[] scores;

  /**
   * @param layer name of the weight tensor or of the layer of units
   * @param tensors by whose names a plan names the layer
   * @param shape of the dense layer, whose product is the number of scores
   * @param members a set bit for each that is still there
   * @param scores one per member or cut one, finite and not negative for members
   */
  Candidates(String layer, List<String> tensors, List<Long> shape, BitSet members, float[] scores) {
    this.layer = layer;
    this.tensors = tensors;
    this.shape = shape;
    this.members = members;
    this.scores = scores;
  }

  String layer() {
    return layer;
  }

  List<String> tensors() {
    return tensors;
  }

  List<Long> shape() {
    return shape;
  }

  /** In the dense layer. */
  int total() {
    return scores.length;
  }

  /** Still there. */
  int left() {
    return members.cardinality();
  }

  @Override
  public BitSet members() {
    return (BitSet) members.clone();
  }

  @Override
  public float score(int index) {
    return scores[index];
  }

  /** The largest score among some; empty if there are none. */
  Optional<Double> largest(BitSet some) {
    float largest = -1;
    for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
      largest = Math.max(largest, scores[i]);
    }
    return largest < 0 ? Optional.empty() : Optional.of((double) largest);
  }
}
