package io.espalier.pruning.units;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Require;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A layer of hidden units.
 *
 * @param name such as {@code layer0}
 * @param units their number in the dense network
 * @param into weights that lead to a unit, all maskable; of recurrent units also from the layer
 *     itself
 * @param outOf weights that lead away from a unit; of recurrent units also to the layer itself
 * @param biases of the units, one slice or more; no mask covers them
 */
public record UnitLayer(
    String name,
    int units,
    List<UnitSlices> into,
    List<UnitSlices> outOf,
    List<UnitSlices> biases) {
  public UnitLayer {
    Require.text("unitLayer.name", name);
    Require.atLeast("unitLayer.units", units, 1);
    into = Require.nonEmpty("unitLayer.into", into);
    outOf = Require.nonEmpty("unitLayer.outOf", outOf);
    biases = Require.nonEmpty("unitLayer.biases", biases);
  }

  /** The weights of the units that a mask covers; where a unit leads to itself, they meet. */
  public List<UnitSlices> maskable() {
    return Stream.concat(into.stream(), outOf.stream()).filter(UnitSlices::maskable).toList();
  }

  /** What a mask cannot cut of a unit: its biases, and weights out of it that are not maskable. */
  public List<UnitSlices> unmaskable() {
    return Stream.concat(outOf.stream(), biases.stream()).filter(s -> !s.maskable()).toList();
  }

  /**
   * The maskable weights of one unit, into it and out of it, each once.
   *
   * @param unit from 0
   * @return positions in row-major order by tensor
   */
  public Map<String, BitSet> weights(int unit) {
    Map<String, BitSet> weights = new HashMap<>();
    for (UnitSlices slices : maskable()) {
      slices
          .positions(unit)
          .forEach(weights.computeIfAbsent(slices.tensor(), tensor -> new BitSet())::set);
    }
    return weights;
  }

  /** The units that have a weight left, into them or out of them. O(weights). */
  public BitSet there(Mask mask) {
    BitSet there = new BitSet();
    for (UnitSlices slices : maskable()) {
      LayerMask layer = mask.layer(slices.tensor());
      for (int unit = 0; unit < units; unit++) {
        there.set(unit, there.get(unit) || slices.positions(unit).anyMatch(layer::keeps));
      }
    }
    return there;
  }
}
