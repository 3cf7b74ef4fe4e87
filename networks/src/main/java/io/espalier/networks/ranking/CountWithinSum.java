package io.espalier.networks.ranking;

/**
 * How many of the smallest numbers add up to no more than a share of the sum of all: counted as
 * {@link KthSmallest} counts, in two passes and O(n + 65,536) time, without sorting.
 */
final class CountWithinSum {
  private CountWithinSum() {}

  /**
   * The greatest such count. Sums are taken in double precision, from the smallest numbers up.
   *
   * @param numbers finite, 0 or more
   * @param share of the sum of all, 0..1; 1 takes all
   */
  static int of(float[] numbers, double share) {
    if (share >= 1) {
      return numbers.length;
    }
    int[] counts = new int[FloatKeys.HALF];
    double[] sums = new double[FloatKeys.HALF];
    for (float number : numbers) {
      int bucket = FloatKeys.upper(FloatKeys.key(number));
      counts[bucket]++;
      sums[bucket] += number;
    }
    double all = 0;
    for (double sum : sums) {
      all += sum;
    }
    double budget = share * all;
    int count = 0;
    double spent = 0;
    int bucket = 0;
    while (bucket < FloatKeys.HALF && spent + sums[bucket] <= budget) {
      spent += sums[bucket];
      count += counts[bucket++];
    }
    return bucket == FloatKeys.HALF ? count : count + within(numbers, bucket, budget - spent);
  }

  /** How many of the smallest numbers of a bucket, which together are too many, still fit. */
  private static int within(float[] numbers, int bucket, double budget) {
    int[] counts = new int[FloatKeys.HALF];
    for (float number : numbers) {
      int key = FloatKeys.key(number);
      if (FloatKeys.upper(key) == bucket) {
        counts[FloatKeys.lower(key)]++;
      }
    }
    int count = 0;
    double left = budget;
    for (int lower = 0; lower < FloatKeys.HALF; lower++) {
      double number = FloatKeys.number(FloatKeys.joined(bucket, lower));
      int fitting = counts[lower];
      if (fitting * number > left) {
        return count + (int) (left / number);
      }
      left -= fitting * number;
      count += fitting;
    }
    return count;
  }
}
