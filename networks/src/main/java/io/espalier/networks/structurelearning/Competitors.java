package io.espalier.networks.structurelearning;

import io.espalier.networks.ranking.LowestScores;
import java.util.BitSet;
import java.util.List;

/** Elements of one tensor that compete by magnitude. */
final class Competitors implements LowestScores.Group {
  private final BitSet members;
  private final float[] values;
  private final int sign;

  private Competitors(BitSet members, float[] values, int sign) {
    this.members = members;
    this.values = values;
    this.sign = sign;
  }

  /** The smallest magnitudes win. */
  static Competitors bySmallest(BitSet members, float[] values) {
    return new Competitors(members, values, 1);
  }

  /** The largest magnitudes win. */
  static Competitors byLargest(BitSet members, float[] values) {
    return new Competitors(members, values, -1);
  }

  /** The winners when nobody else takes part. */
  BitSet winners(int amount) {
    return LowestScores.of(List.of(this), amount).get(0);
  }

  @Override
  public BitSet members() {
    return (BitSet) members.clone();
  }

  @Override
  public float score(int index) {
    return sign * Math.abs(values[index]);
  }
}
