package io.espalier.networks.ranking;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the elements of lowest score in groups that compete with each other.
 *
 * <p>Among equal scores the first in the order of groups, then of indices, is taken. Time O(n),
 * memory one float per element.
 */
public final class LowestScores {
  private LowestScores() {}

  /** Elements of one group, by their index. */
  public interface Group {
    /** The elements that compete; a set that the caller may change. */
    BitSet members();

    /** The score of a member; never NaN. */
    float score(int index);
  }

  /**
   * The elements taken, one set per group.
   *
   * @param amount how many to take
   * @throws IllegalArgumentException if there are fewer members
   */
  public static List<BitSet> of(List<? extends Group> groups, int amount) {
    float[] scores = scores(groups);
    if (amount < 0 || amount > scores.length) {
      throw new IllegalArgumentException(
          "amount is " + amount + ", allowed: 0 to " + scores.length);
    }
    if (amount == 0) {
      return groups.stream().map(group -> new BitSet()).toList();
    }
    float threshold = KthSmallest.of(scores, amount);
    int below = 0;
    for (float score : scores) {
      below += score < threshold ? 1 : 0;
    }
    Ties ties = new Ties(amount - below);
    return groups.stream().map(group -> taken(group, threshold, ties)).toList();
  }

  /**
   * How many elements of lowest score have scores that add up to no more than a share of the sum of
   * all. Time O(n), memory one float per element.
   *
   * @param groups whose scores are finite, 0 or more
   * @param share 0..1; 1 takes all
   */
  public static int within(List<? extends Group> groups, double share) {
    return CountWithinSum.of(scores(groups), share);
  }

  private static float[] scores(List<? extends Group> groups) {
    int count = groups.stream().mapToInt(group -> group.members().cardinality()).sum();
    float[] scores = new float[count];
    int next = 0;
    for (Group group : groups) {
      BitSet members = group.members();
      for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
        scores[next++] = group.score(i);
      }
    }
    return scores;
  }

  private static BitSet taken(Group group, float threshold, Ties ties) {
    BitSet members = group.members();
    BitSet taken = new BitSet();
    for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
      float score = group.score(i);
      if (score < threshold || (score == threshold && ties.take())) {
        taken.set(i);
      }
    }
    return taken;
  }

  /** How many elements exactly at the threshold are still to be taken. */
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
