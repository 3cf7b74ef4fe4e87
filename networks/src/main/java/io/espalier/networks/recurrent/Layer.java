package io.espalier.networks.recurrent;

import io.espalier.networks.kernels.Panel;
import java.util.List;

/** A layer of blocks that share their units: its output is the sum of theirs. */
final class Layer {
  private final LayerPlan plan;
  private final List<Block> blocks;

  Layer(LayerPlan plan, List<Block> blocks) {
    this.plan = plan;
    this.blocks = List.copyOf(blocks);
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Fills its units in the activations. */
  void forward(Panel activations, int steps) {
    Panel own = activations.fromUnit(plan.first());
    boolean first = true;
    for (Block block : blocks) {
      add(block.forward(activations, steps), own, steps, first);
      first = false;
    }
  }

  /** Adds to the gradients of the parameters and of the units that it reads. */
  void backward(Panel activations, Panel gradients, int steps) {
    Panel own = gradients.fromUnit(plan.first());
    for (Block block : blocks) {
      block.backward(activations, own, gradients, steps);
    }
  }

  private void add(Panel from, Panel to, int steps, boolean overwrite) {
    int size = plan.units() * from.lanes();
    for (int step = 0; step < steps; step++) {
      if (overwrite) {
        System.arraycopy(from.values(), from.at(step), to.values(), to.at(step), size);
      } else {
        add(from.values(), from.at(step), to.values(), to.at(step), size);
      }
    }
  }

  private static void add(float[] from, int fromAt, float[] to, int toAt, int size) {
    for (int i = 0; i < size; i++) {
      to[toAt + i] += from[fromAt + i];
    }
  }
}
