package io.espalier.networks.structurelearning;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/** Draws without repetition. */
final class Draw {
  private Draw() {}

  /**
   * So many members of a set, each subset of that size being equally likely; the beginning of a
   * Fisher-Yates shuffle, O(members).
   */
  static BitSet from(BitSet members, int amount, RandomGenerator random) {
    int[] pool = members.stream().toArray();
    BitSet drawn = new BitSet();
    for (int i = 0; i < amount; i++) {
      int chosen = i + random.nextInt(pool.length - i);
      drawn.set(pool[chosen]);
      pool[chosen] = pool[i];
    }
    return drawn;
  }
}
