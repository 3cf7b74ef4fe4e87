package io.espalier.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.benchmarks.harness.Benchmark.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarnessTest {
  private static final Effort FIVE_TIMES = new Effort(0, 0, 0, 5);

  /** Values 1, 2, 3, ... and whether it was closed. */
  private static final class Counting implements Repetition {
    private int count;
    private boolean closed;

    @Override
    public double value() {
      return ++count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void theMedianOfTheTimedRepetitionsCounts() {
    Counting counting = new Counting();
    Benchmark benchmark = new Benchmark("counting", "1", Goal.none(), () -> counting);

    Measurement measurement = new Harness(FIVE_TIMES).measure(benchmark);

    assertThat(measurement.median()).isEqualTo(3);
    assertThat(measurement.spread()).isEqualTo(2.0 / 3);
    assertThat(measurement.repetitions()).isEqualTo(5);
    assertThat(counting.closed).isTrue();
  }

  @Test
  void warmUpIsNotCounted() {
    Counting counting = new Counting();
    Benchmark benchmark = new Benchmark("counting", "1", Goal.none(), () -> counting);

    Measurement measurement = new Harness(new Effort(0.01, 0.02, 0, 1)).measure(benchmark);

    assertThat(measurement.repetitions()).isEqualTo(1);
    assertThat(measurement.median()).isEqualTo(counting.count).isGreaterThan(1);
  }

  @Test
  void valuesHaveSettledWhenTheLastFewAreClose() {
    assertThat(Harness.settled(List.of(100.0, 101.0, 99.0))).isFalse();
    assertThat(Harness.settled(List.of(10.0, 100.0, 101.0, 99.0, 100.0))).isTrue();
    assertThat(Harness.settled(List.of(100.0, 100.0, 100.0, 110.0))).isFalse();
  }
}
