package io.espalier.benchmarks.cases;

import io.espalier.benchmarks.harness.Benchmark;
import java.util.List;
import java.util.stream.Stream;

/** All benchmarks, in the order in which they are run. */
public final class Catalogue {
  private Catalogue() {}

  /**
   * Memory first, while the heap is empty; then the machine's peak, because others are told as a
   * share of it.
   */
  public static List<Benchmark> all() {
    Digits digits = new Digits();
    return Stream.of(
            TrialBenchmarks.memory(digits),
            MachineBenchmarks.all(),
            FeedForwardBenchmarks.all(digits),
            RecurrentBenchmarks.all(new Strings()),
            StructureBenchmarks.all(),
            MaskBenchmarks.all(),
            SaliencyBenchmarks.all(digits),
            TrialBenchmarks.all(digits))
        .flatMap(List::stream)
        .toList();
  }
}
