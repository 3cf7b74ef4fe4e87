package io.espalier.benchmarks.cases;

import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.CoreTime;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.structure.feature.GraphFeatures;
import io.espalier.structure.prior.GraphGenerator;
import java.util.List;
import java.util.stream.LongStream;

/** Structural features of many graphs. */
final class StructureBenchmarks {
  private static final GraphPrior PRIOR =
      new GraphPrior.WattsStrogatz(new GraphPrior.Range(50, 50), new GraphPrior.Amount(5, true), 1);
  private static final int GRAPHS = 1_000;

  private StructureBenchmarks() {}

  static List<Benchmark> all() {
    return List.of(
        new Benchmark("features-1000x50", "s", Goal.atMost(10), StructureBenchmarks::features));
  }

  private static Repetition features() {
    List<Dag> graphs =
        LongStream.range(0, GRAPHS).mapToObj(seed -> GraphGenerator.generate(PRIOR, seed)).toList();
    return () -> {
      long start = CoreTime.nanos();
      graphs.forEach(GraphFeatures::of);
      return CoreTime.secondsSince(start);
    };
  }
}
