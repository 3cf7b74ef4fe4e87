package io.espalier.benchmarks.harness;

import io.espalier.benchmarks.harness.Benchmark.Repetition;
import java.util.ArrayList;
import java.util.List;

/** Runs benchmarks, one after the other on the calling thread. */
public final class Harness {
  /** Values have settled when the last few differ by no more than this share. */
  private static final double SETTLED = 0.05;

  private static final int LAST_FEW = 4;

  /** On a busy machine the compiler lags behind too; so much longer may warm-up take there. */
  private static final double PATIENCE = 3;

  private final Effort effort;

  public Harness(Effort effort) {
    this.effort = effort;
  }

  /** Sets a benchmark up, warms it up and measures it. */
  public Measurement measure(Benchmark benchmark) {
    try (Repetition repetition = benchmark.setup().start()) {
      System.gc();
      warmUp(repetition);
      return timed(benchmark, repetition);
    }
  }

  private void warmUp(Repetition repetition) {
    List<Double> values = new ArrayList<>();
    long start = System.nanoTime();
    long busy = CoreTime.nanos();
    double passed = 0;
    while (passed < effort.leastWarmUp() || (passed < effort.mostWarmUp() && !settled(values))) {
      values.add(repetition.value());
      passed = Math.max(CoreTime.secondsSince(busy), secondsSince(start) / PATIENCE);
    }
  }

  static boolean settled(List<Double> values) {
    if (values.size() < LAST_FEW) {
      return false;
    }
    List<Double> last = values.subList(values.size() - LAST_FEW, values.size());
    double least = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = last.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return most - least <= SETTLED * most;
  }

  private Measurement timed(Benchmark benchmark, Repetition repetition) {
    List<Double> values = new ArrayList<>();
    long start = System.nanoTime();
    long busy = CoreTime.nanos();
    while (values.size() < effort.repetitions() || secondsSince(start) < effort.measuring()) {
      values.add(repetition.value());
    }
    double core = CoreTime.secondsSince(busy) / secondsSince(start);
    return Measurement.of(
        benchmark, values.stream().mapToDouble(Double::doubleValue).toArray(), core);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
