package io.espalier.networks.ranking;

/**
 * Floats as integers that order, unsigned, as the floats do: the bits of a float order so once
 * those of negative numbers are flipped. Never for NaN.
 */
final class FloatKeys {
  /** Values of one half of a key. */
  static final int HALF = 1 << 16;

  private FloatKeys() {}

  static int key(float number) {
    int bits = Float.floatToRawIntBits(number);
    return bits ^ ((bits >> 31) | Integer.MIN_VALUE);
  }

  static float number(int key) {
    return Float.intBitsToFloat(key ^ (~(key >> 31) | Integer.MIN_VALUE));
  }

  /** The upper half, from 0 to HALF - 1. */
  static int upper(int key) {
    return key >>> 16;
  }

  /** The lower half, from 0 to HALF - 1. */
  static int lower(int key) {
    return key & (HALF - 1);
  }

  static int joined(int upper, int lower) {
    return (upper << 16) | lower;
  }
}
