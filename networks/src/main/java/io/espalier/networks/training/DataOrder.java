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
    SplittableRandom random = new SplittableRandom(Seeds.derived(seed, step, epoch));
    int[] order = IntStream.range(0, samples).toArray();
    for (int last = samples - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int swapped = order[last];
      order[last] = order[chosen];
      order[chosen] = swapped;
    }
    return order;
  }
}
