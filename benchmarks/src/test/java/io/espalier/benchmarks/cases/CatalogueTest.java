package io.espalier.benchmarks.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Benchmark.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final List<Benchmark> ALL = Catalogue.all();

  @Test
  void namesAreUniqueAndReadable() {
    assertThat(ALL).extracting(Benchmark::name).doesNotHaveDuplicates();
    assertThat(ALL).allSatisfy(b -> assertThat(b.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
  }

  @Test
  void whatATargetDependsOnIsMeasuredBefore() {
    List<String> names = ALL.stream().map(Benchmark::name).toList();

    assertThat(names).contains(MachineBenchmarks.PEAK);
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(names.subList(0, i)).containsAll(ALL.get(i).goal().unit().stream().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "machine-peak-openblas",
        "kernels-64x784x112",
        "machine-two-threads",
        "features-1000x50",
        "mlp-784-100-10-sparse-95",
        "graph-mlp-784-ws200-10",
        "random-graph-gru",
        "stack-3x50-rnn-tanh",
        "mask-class-blinded-784-300-100-10",
        "mask-class-blinded-memory-passes",
        "mask-memory-784-300-100-10",
        "optimal-brain-damage-784-300-100-10",
        "two-trials-side-by-side",
        "memory-per-trial"
      })
  void aBenchmarkYieldsAPositiveValue(String name) {
    Benchmark benchmark = ALL.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();

    try (Repetition repetition = benchmark.setup().start()) {
      assertThat(repetition.value()).isPositive().isFinite();
    }
  }
}
