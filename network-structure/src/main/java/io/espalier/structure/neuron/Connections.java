package io.espalier.structure.neuron;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Connections between neurons in compressed rows, without repetition: row by target. */
final class Connections {
  private final int[] start;
  private final int[] source;

  private Connections(int[] start, int[] source) {
    this.start = start;
    this.source = source;
  }

  /**
   * Sorts and compresses; O(c log c).
   *
   * @param packed target in the upper, source in the lower 32 bits; repetitions count once
   */
  static Connections of(int neurons, long[] packed) {
    long[] sorted = Arrays.stream(packed).sorted().distinct().toArray();
    int[] start = new int[neurons + 1];
    int[] source = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      start[(int) (sorted[i] >>> 32) + 1]++;
      source[i] = (int) sorted[i];
    }
    for (int neuron = 0; neuron < neurons; neuron++) {
      start[neuron + 1] += start[neuron];
    }
    return new Connections(start, source);
  }

  static long pack(int source, int target) {
    return (long) target << 32 | source;
  }

  int size() {
    return source.length;
  }

  /** The sources of a neuron, ascending. */
  IntStream sources(int target) {
    return Arrays.stream(source, start[target], start[target + 1]);
  }

  /** The same connections with sources and targets exchanged. */
  Connections reversed() {
    long[] packed = new long[source.length];
    for (int target = 0; target + 1 < start.length; target++) {
      for (int i = start[target]; i < start[target + 1]; i++) {
        packed[i] = pack(target, source[i]);
      }
    }
    return of(start.length - 1, packed);
  }
}
