package io.espalier.pruning.units;

import io.espalier.plan.Require;
import java.util.stream.IntStream;

/**
 * A tensor in which each unit of a layer has a slice: it is looked at as [outer, units, inner] in
 * row-major order, and the slice of a unit is all that has its number in the middle.
 *
 * <p>The rows of {@code layer1.weight} [out, in] are the slices of layer 1 with (1, out, in), its
 * columns those of layer 0 with (out, in, 1). Rows that are grouped by gate are (gates, hidden,
 * in), the elements of a bias (1, out, 1).
 *
 * @param tensor name of the tensor, such as {@code layer0.weight}
 * @param outer size of what varies slowest
 * @param units of the layer
 * @param inner size of what varies fastest
 * @param maskable whether a mask covers the tensor
 */
public record UnitSlices(String tensor, int outer, int units, int inner, boolean maskable) {
  public UnitSlices {
    Require.text("slices.tensor", tensor);
    Require.atLeast("slices.outer", outer, 1);
    Require.atLeast("slices.units", units, 1);
    Require.atLeast("slices.inner", inner, 1);
  }

  /**
   * The elements of one unit, as ascending positions in the tensor's row-major order.
   *
   * @param unit from 0
   */
  public IntStream positions(int unit) {
    Require.within("unit", unit, 0, units - 1);
    return IntStream.range(0, outer)
        .flatMap(
            o -> {
              int first = (o * units + unit) * inner;
              return IntStream.range(first, first + inner);
            });
  }
}
