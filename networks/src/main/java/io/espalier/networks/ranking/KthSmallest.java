package io.espalier.networks.ranking;

/**
 * Selection by counting: two passes over the numbers, O(n + 65,536) time whatever their order. The
 * bits of a float, read as an integer, order as the float does once those of negative numbers are
 * flipped.
 */
final class KthSmallest {
  private static final int HALF = 1 << 16;

  private KthSmallest() {}

  /**
   * The number that sorting would put at position k - 1.
   *
   * @param k 1 to the number of numbers, of which none is NaN
   */
  static float of(float[] numbers, int k) {
    int[] upper = new int[HALF];
    for (float number : numbers) {
      upper[key(number) >>> 16]++;
    }
    Place high = place(upper, k);
    int[] lower = new int[HALF];
    for (float number : numbers) {
      int key = key(number);
      if (key >>> 16 == high.bucket()) {
        lower[key & (HALF - 1)]++;
      }
    }
    return number((high.bucket() << 16) | place(lower, high.rest()).bucket());
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

  /** Orders as an unsigned integer as the number does. */
  private static int key(float number) {
    int bits = Float.floatToRawIntBits(number);
    return bits ^ ((bits >> 31) | Integer.MIN_VALUE);
  }

  private static float number(int key) {
    return Float.intBitsToFloat(key ^ (~(key >> 31) | Integer.MIN_VALUE));
  }
}
