package io.espalier.networks.extraction;

import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Dag;
import io.espalier.structure.Layering;
import io.espalier.structure.neuron.NeuronGraph;
import io.espalier.structure.neuron.NeuronGraphBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Neurons of cell networks: one for each feature map of the stem and of each node. */
final class CellNeurons {
  private static final int STEM = 1;

  private final CellNetwork network;
  private final MaskedNetwork masked;
  private final GraphNeurons nodes;
  private final NeuronGraphBuilder neurons;
  private final int channels;

  private CellNeurons(CellNetwork network, MaskedNetwork masked) {
    this.network = network;
    this.masked = masked;
    channels = network.channels();
    nodes = new GraphNeurons(network.graph(), STEM + 1);
    List<Integer> widths = new ArrayList<>(List.of(network.input().channels(), channels));
    nodes.layering().layers().forEach(layer -> widths.add(layer.size() * channels));
    widths.add(network.classes());
    neurons = new NeuronGraphBuilder(widths);
  }

  static NeuronGraph of(CellNetwork network, MaskedNetwork masked) {
    CellNeurons cells = new CellNeurons(network, masked);
    cells.connectStem();
    cells.connectNodes();
    cells.connectSinks();
    return cells.neurons.build();
  }

  private void connectStem() {
    int inputs = network.input().channels();
    for (int kernel : kernels("stem.weight", network.patch() * network.patch())) {
      neurons.connect(0, kernel % inputs, STEM, kernel / inputs);
    }
    for (int node : nodes.layering().layers().get(0)) {
      connect(STEM, 0, node);
    }
  }

  private void connectNodes() {
    for (int layer = 1; layer < nodes.layering().layers().size(); layer++) {
      for (Layering.Block block : nodes.layering().blocks(layer)) {
        for (Dag.Edge edge : block.edges()) {
          connect(nodes.layerOf(edge.from()), firstMap(edge.from()), edge.to());
        }
      }
    }
  }

  /** Connects a node to {@code channels} maps from a position of a layer on. */
  private void connect(int fromLayer, int firstFrom, int node) {
    if (network.operations().get(node).convolves()) {
      int size = network.operations().get(node).size();
      for (int kernel : kernels("node" + node + ".weight", size * size)) {
        connect(fromLayer, firstFrom + kernel % channels, node, kernel / channels);
      }
    } else {
      for (int map = 0; map < channels; map++) {
        connect(fromLayer, firstFrom + map, node, map);
      }
    }
  }

  private void connect(int fromLayer, int from, int node, int map) {
    neurons.connect(fromLayer, from, nodes.layerOf(node), firstMap(node) + map);
  }

  private void connectSinks() {
    int classes = STEM + 1 + nodes.layering().layers().size();
    Set<Integer> leadingOn =
        network.graph().edges().stream().map(Dag.Edge::from).collect(Collectors.toSet());
    int[] weights = masked.kept("output.weight").stream().toArray();
    for (int node = 0; node < network.graph().nodes(); node++) {
      if (!leadingOn.contains(node)) {
        for (int weight : weights) {
          neurons.connect(
              nodes.layerOf(node), firstMap(node) + weight % channels, classes, weight / channels);
        }
      }
    }
  }

  private int firstMap(int node) {
    return nodes.positionOf(node) * channels;
  }

  /** Kernels of [out, in, height, width] with a kept weight, as positions in [out, in]. */
  private int[] kernels(String weight, int kernelSize) {
    BitSet kept = masked.kept(weight);
    return IntStream.iterate(
            kept.nextSetBit(0),
            i -> i >= 0,
            i -> kept.nextSetBit((i / kernelSize + 1) * kernelSize))
        .map(i -> i / kernelSize)
        .toArray();
  }
}
