package io.espalier.networks.recurrent;

import io.espalier.plan.Require;
import java.util.List;

/**
 * One layer: the sum of its blocks' outputs.
 *
 * @param first its first unit
 * @param units its number of units, in each of the blocks too
 */
record LayerPlan(int first, int units, List<BlockPlan> blocks) {
  LayerPlan {
    blocks = Require.nonEmpty("layer.blocks", blocks);
  }

  /**
   * One recurrent block.
   *
   * @param name prefix of its tensors' names
   * @param firstSource first unit that it may read
   * @param sources how many units from there on it may read
   */
  record BlockPlan(String name, int firstSource, int sources, Wiring wiring) {}

  /** Where the input weights of a block lie in their tensor. */
  @FunctionalInterface
  interface Wiring {
    /** Marks units that are not connected. */
    int NONE = -1;

    /**
     * Position of a weight in {@code i2h.weight}.
     *
     * @param gate by PyTorch's order
     * @param unit of the layer, counted from 0
     * @param source of the sources, counted from 0
     */
    int position(int gate, int unit, int source);

    /** Every unit reads every source: [gates * units, sources]. */
    static Wiring dense(int units, int sources) {
      return (gate, unit, source) -> (gate * units + unit) * sources + source;
    }
  }
}
