package io.espalier.networks.training;

/** Seeds that depend on a seed and on what they are for, and are otherwise unrelated. */
public final class Seeds {
  private Seeds() {}

  /**
   * The seed for one purpose.
   *
   * @param purpose numbers that tell it from all others, such as step, epoch and batch
   */
  public static long derived(long seed, long... purpose) {
    long derived = mixed(seed);
    for (long number : purpose) {
      derived = mixed(derived + number);
    }
    return derived;
  }

  /** The finaliser of MurmurHash3: neighbouring numbers lead to unrelated ones. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
