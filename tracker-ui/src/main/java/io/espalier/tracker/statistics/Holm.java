package io.espalier.tracker.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (Holm 1979): rejecting what is adjusted to less than alpha keeps the
 * probability of any false rejection below alpha, whatever depends on what.
 */
final class Holm {
  private Holm() {}

  /**
   * Adjusts p values, in their order. The k-th smallest of m, from 0, becomes the largest of those
   * before it and (m - k) p, at most 1. O(m log m).
   */
  static List<Double> adjust(List<Double> p) {
    List<Double> adjusted = new ArrayList<>(Collections.nCopies(p.size(), 0.0));
    List<Integer> rising =
        IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
    double largest = 0;
    for (int k = 0; k < rising.size(); k++) {
      int at = rising.get(k);
      largest = Math.max(largest, Math.min(1, (p.size() - k) * p.get(at)));
      adjusted.set(at, largest);
    }
    return adjusted;
  }
}
