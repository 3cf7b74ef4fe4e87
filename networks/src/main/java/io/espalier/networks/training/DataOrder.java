package io.espalier.networks.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * In which order samples are seen: a Fisher-Yates shuffle that depends on seed, step and epoch
 * only, so that all branches of a trial see the same order in the same step.
 */
public final class DataOrder {
  private DataOrder() {}

  /**
   * The samples' indices in the order of one epoch; O(samples).
   *
   * @param step 0 for the dense network, 1.. for retrainings
   * @param epoch from 1
   */
  public static int[] of(long seed, int step, int epoch, int samples) {
    SplittableRandom random = new SplittableRandom(mixed(mixed(mixed(seed) + step) + epoch));
    int[] order = IntStream.range(0, samples).toArray();
    for (int last = samples - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int swapped = order[last];
      order[last] = order[chosen];
      order[chosen] = swapped;
    }
    return order;
  }

  /** The finaliser of MurmurHash3: neighbouring numbers lead to unrelated ones. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
