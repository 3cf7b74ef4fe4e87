package io.espalier.pruning.report;

import io.espalier.events.LayerUnits;
import io.espalier.plan.Architecture;
import io.espalier.structure.neuron.NeuronGraph;
import io.espalier.structure.neuron.NeuronGraph.DeadNeurons;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The hidden units that nothing reaches or that reach nothing: without a kept weight from another
 * unit, or without one to another unit. A feature map of a cell network is a unit.
 */
final class DeadUnits {
  private DeadUnits() {}

  /** Per hidden layer, in the network's order; none for a network without hidden layers. */
  static List<LayerUnits> of(Architecture architecture, NeuronGraph neurons) {
    List<DeadNeurons> layers = neurons.deadNeurons();
    List<LayerUnits> dead = new ArrayList<>();
    for (int layer = 1; layer + 1 < layers.size(); layer++) {
      TreeSet<Integer> units = new TreeSet<>(layers.get(layer).withoutInput());
      units.addAll(layers.get(layer).withoutOutput());
      dead.add(
          new LayerUnits(name(architecture, layer - 1), units.size(), neurons.widths().get(layer)));
    }
    return dead;
  }

  /** Named as the tensors of the layer; the stem of a cell network comes before its nodes. */
  private static String name(Architecture architecture, int hidden) {
    if (architecture instanceof Architecture.CellNetwork) {
      return hidden == 0 ? "stem" : "layer" + (hidden - 1);
    }
    return "layer" + hidden;
  }
}
