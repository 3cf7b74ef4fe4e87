package io.espalier.benchmarks.harness;

import io.espalier.plan.Require;
import java.util.OptionalDouble;

/**
 * One figure to measure.
 *
 * @param name by which it is chosen and reported: lower-case words and numbers, hyphens between
 * @param unit of the value, such as {@code images/s}
 * @param goal what is to be reached
 * @param work floating-point operations per unit of a rate, or altogether of a time in seconds;
 *     empty if a share of the machine's peak says nothing
 * @param setup makes what a repetition needs
 */
public record Benchmark(String name, String unit, Goal goal, OptionalDouble work, Setup setup) {
  public Benchmark {
    Require.text("benchmark.name", name);
    Require.text("benchmark.unit", unit);
    Require.present("benchmark.goal", goal);
    Require.present("benchmark.work", work);
    Require.present("benchmark.setup", setup);
  }

  /** A benchmark whose operations are not counted. */
  public Benchmark(String name, String unit, Goal goal, Setup setup) {
    this(name, unit, goal, OptionalDouble.empty(), setup);
  }

  /** Makes what a repetition needs; not timed. */
  @FunctionalInterface
  public interface Setup {
    /** Called once, before the first repetition. */
    Repetition start();
  }

  /** Does the work once. */
  @FunctionalInterface
  public interface Repetition extends AutoCloseable {
    /** The value of this repetition, in the benchmark's unit. */
    double value();

    @Override
    default void close() {}
  }

  /** Operations per second at this value. */
  public OptionalDouble operationsPerSecond(double value) {
    return work.stream()
        .map(count -> goal.higherIsBetter() ? count * value : count / value)
        .findFirst();
  }
}
