package io.espalier.benchmarks.harness;

import io.espalier.plan.Require;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a figure is compared with.
 *
 * @param higherIsBetter whether reaching the target means at least it, not at most it
 * @param target empty if there is none
 * @param unit of the target: the name of another benchmark if it is a multiple of that one's value
 * @param pyTorch the same work in PyTorch on one core, measured once (docs/benchmarks.md)
 */
public record Goal(
    boolean higherIsBetter, OptionalDouble target, Optional<String> unit, OptionalDouble pyTorch) {
  public Goal {
    Require.present("goal.target", target);
    Require.present("goal.unit", unit);
    Require.present("goal.pyTorch", pyTorch);
  }

  /** Nothing to compare with; higher is better. */
  public static Goal none() {
    return new Goal(true, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
  }

  /** Nothing to compare a time with; lower is better. */
  public static Goal seconds() {
    return new Goal(false, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
  }

  /** At least so much. */
  public static Goal atLeast(double target) {
    return new Goal(true, OptionalDouble.of(target), Optional.empty(), OptionalDouble.empty());
  }

  /** At most so much. */
  public static Goal atMost(double target) {
    return new Goal(false, OptionalDouble.of(target), Optional.empty(), OptionalDouble.empty());
  }

  /** At least so many times the value of another benchmark. */
  public static Goal times(double factor, String benchmark) {
    return new Goal(
        true, OptionalDouble.of(factor), Optional.of(benchmark), OptionalDouble.empty());
  }

  /** The same beside PyTorch's figure. */
  public Goal besidePyTorch(double value) {
    return new Goal(higherIsBetter, target, unit, OptionalDouble.of(value));
  }

  /**
   * The target in the benchmark's own unit; empty as long as it depends on what is not measured.
   */
  public OptionalDouble target(Map<String, Double> measured) {
    if (unit.isEmpty() || target.isEmpty()) {
      return target;
    }
    Double base = measured.get(unit.get());
    return base == null ? OptionalDouble.empty() : OptionalDouble.of(base * target.getAsDouble());
  }
}
