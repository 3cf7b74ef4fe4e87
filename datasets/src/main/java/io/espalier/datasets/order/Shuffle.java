package io.espalier.datasets.order;

import java.util.Random;
import java.util.stream.IntStream;

/** Fisher-Yates over {@link Random}, whose sequence the JDK specifies. */
public final class Shuffle {
  private Shuffle() {}

  /** The numbers 0 to {@code size - 1}, each once, in an order that the seed alone decides. */
  public static int[] indices(int size, long seed) {
    return indices(size, new Random(seed));
  }

  /** As {@link #indices(int, long)}; takes {@code size - 1} numbers from {@code random}. */
  public static int[] indices(int size, Random random) {
    int[] shuffled = IntStream.range(0, size).toArray();
    for (int last = size - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int swapped = shuffled[last];
      shuffled[last] = shuffled[chosen];
      shuffled[chosen] = swapped;
    }
    return shuffled;
  }
}
