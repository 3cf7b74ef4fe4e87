package io.espalier.benchmarks.report;

import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All measurements of a run.
 *
 * @param measurements in the order in which they were made
 * @param peak name of the benchmark whose value is the machine's peak, in GFLOP/s
 */
public record Report(List<Measurement> measurements, String peak) {
  private static final double GIGA = 1e9;

  public Report {
    measurements = List.copyOf(measurements);
  }

  /** One line of the JSON. */
  public record Figure(String name, double value, String unit) {}

  /** The medians, and the share of the peak where operations are counted and the peak is known. */
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Measurement measurement : measurements) {
      Benchmark benchmark = measurement.benchmark();
      figures.add(new Figure(benchmark.name(), measurement.median(), benchmark.unit()));
      shareOfPeak(measurement)
          .ifPresent(
              share -> figures.add(new Figure(benchmark.name() + "-share-of-peak", share, "1")));
    }
    return figures;
  }

  /** The medians by name. */
  Map<String, Double> medians() {
    Map<String, Double> medians = new LinkedHashMap<>();
    measurements.forEach(m -> medians.put(m.benchmark().name(), m.median()));
    return medians;
  }

  OptionalDouble shareOfPeak(Measurement measurement) {
    Double most = medians().get(peak);
    OptionalDouble reached = measurement.benchmark().operationsPerSecond(measurement.median());
    return most == null || reached.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(reached.getAsDouble() / GIGA / most);
  }
}
