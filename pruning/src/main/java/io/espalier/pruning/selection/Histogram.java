package io.espalier.pruning.selection;

import io.espalier.events.SaliencyHistogram;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How the scores that competed are distributed: 64 bins between the smallest and the largest.
 *
 * <p>The bins are of equal width where the largest is less than 100 times the smallest; otherwise
 * of equal ratio, over nine orders of magnitude at most. Then what lies below, zeros above all, is
 * in the first bin, which begins at 0.
 */
final class Histogram {
  private static final int BINS = 64;
  private static final double WIDE = 100;
  private static final double RESOLVED = 1e-9;

  private final double[] edges;
  private final long[] kept = new long[BINS];
  private final long[] cut = new long[BINS];

  private Histogram(double[] edges) {
    this.edges = edges;
  }

  /**
   * Of all members of the layers, of which there is one at least. O(n).
   *
   * @param cut the members that go, one set per layer
   */
  static SaliencyHistogram of(List<Candidates> layers, List<BitSet> cut) {
    Histogram histogram = new Histogram(edges(layers));
    for (int l = 0; l < layers.size(); l++) {
      Candidates layer = layers.get(l);
      BitSet members = layer.members();
      for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
        (cut.get(l).get(i) ? histogram.cut : histogram.kept)[histogram.bin(layer.score(i))]++;
      }
    }
    return new SaliencyHistogram(
        DoubleStream.of(histogram.edges).boxed().toList(),
        LongStream.of(histogram.kept).boxed().toList(),
        LongStream.of(histogram.cut).boxed().toList());
  }

  private static double[] edges(List<Candidates> layers) {
    double least = Double.MAX_VALUE;
    double leastPositive = Double.MAX_VALUE;
    double most = 0;
    for (Candidates layer : layers) {
      BitSet members = layer.members();
      for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
        double score = layer.score(i);
        least = Math.min(least, score);
        leastPositive = score > 0 ? Math.min(leastPositive, score) : leastPositive;
        most = Math.max(most, score);
      }
    }
    if (most < WIDE * leastPositive) {
      return equalWidths(least < most ? least : 0, most > 0 ? most : 1);
    }
    double lowest = Math.max(leastPositive, RESOLVED * most);
    return equalRatios(least < lowest, lowest, most);
  }

  private static double[] equalWidths(double low, double high) {
    double[] edges = new double[BINS + 1];
    for (int i = 0; i < BINS; i++) {
      edges[i] = low + (high - low) * i / BINS;
    }
    edges[BINS] = high;
    return edges;
  }

  /**
   * @param below whether something lies below: the first bin is then from 0 to the lowest
   */
  private static double[] equalRatios(boolean below, double lowest, double high) {
    double[] edges = new double[BINS + 1];
    int first = below ? 1 : 0;
    for (int i = first; i < BINS; i++) {
      edges[i] = lowest * Math.pow(high / lowest, (double) (i - first) / (BINS - first));
    }
    edges[BINS] = high;
    return edges;
  }

  /** The bin whose lower edge is the last one that is not greater. */
  private int bin(double score) {
    int found = Arrays.binarySearch(edges, score);
    return Math.min(found >= 0 ? found : -found - 2, BINS - 1);
  }
}
