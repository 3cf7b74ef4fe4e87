package io.espalier.networks.extraction;

import io.espalier.artifacts.tensors.RecurrentTensors;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.structure.Layering;
import io.espalier.structure.neuron.NeuronGraph;
import io.espalier.structure.neuron.NeuronGraphBuilder;
import java.util.ArrayList;
import java.util.List;

/** Neurons of recurrent networks: all gates of a cell are one neuron. */
final class RecurrentNeurons {
  private RecurrentNeurons() {}

  static NeuronGraph of(RecurrentStack network, MaskedNetwork masked) {
    List<Integer> widths = new ArrayList<>(List.of(network.embedding()));
    widths.addAll(network.hidden());
    widths.add(network.classes());
    NeuronGraphBuilder neurons = new NeuronGraphBuilder(widths);
    int last = network.hidden().size();
    for (int layer = 1; layer <= last; layer++) {
      String block = RecurrentTensors.block(layer - 1);
      neurons.connectMatrix(layer - 1, layer, masked.kept(block + ".i2h.weight"));
      neurons.connectMatrix(layer, layer, masked.kept(block + ".h2h.weight"));
    }
    neurons.connectFully(last, last + 1);
    return neurons.build();
  }

  static NeuronGraph of(GraphRecurrent network, MaskedNetwork masked) {
    GraphNeurons nodes = new GraphNeurons(network.graph(), 1);
    int embedding = nodes.layering().layers().get(0).size();
    NeuronGraphBuilder neurons =
        new NeuronGraphBuilder(nodes.widths(List.of(embedding), network.classes()));
    neurons.connectMatrix(0, 1, masked.kept(RecurrentTensors.block(0) + ".i2h.weight"));
    neurons.connectMatrix(1, 1, masked.kept(RecurrentTensors.block(0) + ".h2h.weight"));
    int last = nodes.layering().layers().size() - 1;
    for (int layer = 1; layer <= last; layer++) {
      List<Layering.Block> blocks = nodes.layering().blocks(layer);
      if (network.blocks() == RecurrentBlocks.SINGLE) {
        List<Dag.Edge> edges = blocks.stream().flatMap(b -> b.edges().stream()).toList();
        connect(RecurrentTensors.block(layer), edges, layer, nodes, masked, neurons);
      } else {
        for (Layering.Block block : blocks) {
          String name = RecurrentTensors.block(layer, block.source());
          connect(name, block.edges(), layer, nodes, masked, neurons);
        }
      }
    }
    neurons.connectFully(last + 1, last + 2);
    return neurons.build();
  }

  private static void connect(
      String block,
      List<Dag.Edge> edges,
      int layer,
      GraphNeurons nodes,
      MaskedNetwork masked,
      NeuronGraphBuilder neurons) {
    nodes.connect(edges, masked.kept(block + ".i2h.weight"), neurons);
    neurons.connectMatrix(layer + 1, layer + 1, masked.kept(block + ".h2h.weight"));
  }
}
