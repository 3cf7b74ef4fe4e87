package io.espalier.networks.ranking;

/**
 * Selection by counting: two passes over the numbers, O(n + 65,536) time whatever their order, by
 * the halves of their {@link FloatKeys}.
 */
final class KthSmallest {
  private KthSmallest() {}

  /**
   * The number that sorting would put at position k - 1.
   *
   * @param k 1 to the number of numbers, of which none is NaN
   */
  static float of(float[] numbers, int k) {
    int[] upper = new int[FloatKeys.HALF];
    for (float number : numbers) {
      upper[FloatKeys.upper(FloatKeys.key(number))]++;
    }
    Place high = place(upper, k);
    int[] lower = new int[FloatKeys.HALF];
    for (float number : numbers) {
      int key = FloatKeys.key(number);
      if (FloatKeys.upper(key) == high.bucket()) {
        lower[FloatKeys.lower(key)]++;
      }
    }
    return FloatKeys.number(FloatKeys.joined(high.bucket(), place(lower, high.rest()).bucket()));
  }

  /** Where the k-th element lies, and which one it is within its bucket, from 1. */
  private record Place(int bucket, int rest) {}

  private static Place place(int[] counts, int k) {
    int rest = k;
    int bucket = 0;
    while (rest > counts[bucket]) {
      rest -= counts[bucket++];
    }
    return new Place(bucket, rest);
  }
}
