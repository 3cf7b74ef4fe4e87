package io.espalier.networks.extraction;

import io.espalier.plan.Dag;
import io.espalier.structure.Layering;
import io.espalier.structure.neuron.NeuronGraphBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the nodes of a graph stand among the layers of neurons. */
final class GraphNeurons {
  private final Layering layering;
  private final int firstLayer;
  private final Map<Integer, Integer> position = new HashMap<>();

  /**
   * @param firstLayer the layer of neurons that the graph's layer 0 is
   */
  GraphNeurons(Dag graph, int firstLayer) {
    this.layering = Layering.of(graph);
    this.firstLayer = firstLayer;
    for (List<Integer> layer : layering.layers()) {
      for (int i = 0; i < layer.size(); i++) {
        position.put(layer.get(i), i);
      }
    }
  }

  Layering layering() {
    return layering;
  }

  /** The layer of neurons that a node belongs to. */
  int layerOf(int node) {
    return firstLayer + layering.layerOf(node);
  }

  /** A node's position in its layer. */
  int positionOf(int node) {
    return position.get(node);
  }

  /** Sizes of the graph's layers, with {@code before} and {@code after} around them. */
  List<Integer> widths(List<Integer> before, int after) {
    List<Integer> widths = new ArrayList<>(before);
    layering.layers().forEach(layer -> widths.add(layer.size()));
    widths.add(after);
    return widths;
  }

  /**
   * Connects what is kept of edges.
   *
   * @param kept one bit per edge, or rows of them, such as one per gate
   */
  void connect(List<Dag.Edge> edges, BitSet kept, NeuronGraphBuilder into) {
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Dag.Edge edge = edges.get(i % edges.size());
      into.connect(
          layerOf(edge.from()), positionOf(edge.from()), layerOf(edge.to()), positionOf(edge.to()));
    }
  }
}
