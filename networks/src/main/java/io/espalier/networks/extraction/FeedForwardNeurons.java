package io.espalier.networks.extraction;

import io.espalier.artifacts.tensors.FeedForwardTensors;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.structure.Layering;
import io.espalier.structure.neuron.NeuronGraph;
import io.espalier.structure.neuron.NeuronGraphBuilder;
import java.util.List;

/** Neurons of feed-forward networks. */
final class FeedForwardNeurons {
  private FeedForwardNeurons() {}

  static NeuronGraph of(FeedForward network, MaskedNetwork masked) {
    NeuronGraphBuilder neurons = new NeuronGraphBuilder(network.widths());
    for (int layer = 0; layer + 1 < network.widths().size(); layer++) {
      neurons.connectMatrix(layer, layer + 1, masked.kept("layer" + layer + ".weight"));
    }
    return neurons.build();
  }

  static NeuronGraph of(GraphFeedForward network, MaskedNetwork masked) {
    GraphNeurons nodes = new GraphNeurons(network.graph(), 1);
    int layers = nodes.layering().layers().size();
    NeuronGraphBuilder neurons =
        new NeuronGraphBuilder(nodes.widths(List.of(network.inputs()), network.classes()));
    neurons.connectMatrix(0, 1, masked.kept("input.weight"));
    for (int layer = 1; layer < layers; layer++) {
      for (Layering.Block block : nodes.layering().blocks(layer)) {
        String weight = FeedForwardTensors.blockWeight(layer, block.source());
        nodes.connect(block.edges(), masked.kept(weight), neurons);
      }
    }
    neurons.connectMatrix(layers, layers + 1, masked.kept("output.weight"));
    return neurons.build();
  }
}
