package io.espalier.artifacts.tensors;

import io.espalier.plan.Require;
import java.util.Arrays;
import java.util.List;

/**
 * One tensor that an architecture asks for.
 *
 * @param name in checkpoints and masks, such as {@code layer0.weight}
 * @param shape sizes of the dimensions, rows (outputs) first
 * @param maskable whether a mask covers it
 * @param initial how its values are drawn
 */
public record TensorSpec(String name, List<Long> shape, boolean maskable, Initial initial) {

  /** Distributions of initial values. */
  public enum Distribution {
    /** Uniform in [-scale, scale]. */
    UNIFORM,
    /** Normal with mean 0 and the standard deviation scale. */
    NORMAL
  }

  /** A distribution and its scale, greater than 0. */
  public record Initial(Distribution distribution, double scale) {
    public Initial {
      Require.present("initial.distribution", distribution);
      Require.within("initial.scale", scale, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    /** Uniform within 1/sqrt(inputs), as PyTorch has it for linear layers. */
    static Initial fanIn(double inputs) {
      return new Initial(Distribution.UNIFORM, 1 / Math.sqrt(inputs));
    }
  }

  public TensorSpec {
    Require.text("tensor.name", name);
    shape = Require.nonEmpty("tensor.shape", shape);
    Require.present("tensor.initial", initial);
  }

  static TensorSpec weight(String name, Initial initial, long... shape) {
    return new TensorSpec(name, sizes(shape), true, initial);
  }

  /** A tensor that no mask covers. */
  static TensorSpec fixed(String name, Initial initial, long... shape) {
    return new TensorSpec(name, sizes(shape), false, initial);
  }

  private static List<Long> sizes(long... shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  /**
   * Number of elements.
   *
   * @throws ArithmeticException if a long cannot hold it
   */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
