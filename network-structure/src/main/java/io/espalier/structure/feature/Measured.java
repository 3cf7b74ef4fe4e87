package io.espalier.structure.feature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The features measured so far; one that is not defined is absent. */
final class Measured {
  private final Map<Feature, Double> values = new EnumMap<>(Feature.class);

  /** Keeps a value; NaN says that it is not defined. */
  void put(Feature feature, double value) {
    if (!Double.isNaN(value)) {
      values.put(feature, value);
    }
  }

  /** Keeps a number of things; exact up to 2 to the power of 53. */
  void putCount(Feature feature, long count) {
    put(feature, (double) count);
  }

  /** Keeps mean, sample variance and standard deviation of {@code sample}, in two passes. */
  void putDistribution(Feature mean, Feature variance, Feature deviation, double[] sample) {
    double average = Arrays.stream(sample).sum() / sample.length;
    double squares = 0;
    for (double value : sample) {
      squares += (value - average) * (value - average);
    }
    // 0 / 0 gives NaN for a single value, whose variance is not defined.
    double spread = squares / (sample.length - 1);
    put(mean, average);
    put(variance, spread);
    put(deviation, Math.sqrt(spread));
  }

  GraphFeatures features() {
    return new GraphFeatures(values);
  }
}
