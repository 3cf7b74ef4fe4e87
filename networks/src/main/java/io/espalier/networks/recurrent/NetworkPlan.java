package io.espalier.networks.recurrent;

import io.espalier.artifacts.tensors.RecurrentTensors;
import io.espalier.networks.recurrent.LayerPlan.BlockPlan;
import io.espalier.networks.recurrent.LayerPlan.Wiring;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.Require;
import io.espalier.structure.Layering;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent network as layers of blocks. Units are numbered from the embedding's values on, layer
 * by layer.
 */
record NetworkPlan(
    CellType cell, int alphabet, int embedding, List<LayerPlan> layers, int classes) {
  NetworkPlan {
    layers = Require.nonEmpty("network.layers", layers);
  }

  static NetworkPlan of(RecurrentStack network) {
    List<LayerPlan> layers = new ArrayList<>();
    int firstSource = 0;
    int sources = network.embedding();
    for (int layer = 0; layer < network.hidden().size(); layer++) {
      int units = network.hidden().get(layer);
      int first = firstSource + sources;
      layers.add(
          new LayerPlan(
              first,
              units,
              List.of(
                  new BlockPlan(
                      RecurrentTensors.block(layer),
                      firstSource,
                      sources,
                      Wiring.dense(units, sources)))));
      firstSource = first;
      sources = units;
    }
    return new NetworkPlan(
        network.cell(), network.alphabet(), network.embedding(), layers, network.classes());
  }

  static NetworkPlan of(GraphRecurrent network) {
    Layering layering = Layering.of(network.graph());
    int embedding = layering.layers().get(0).size();
    BlockPlan input =
        new BlockPlan(RecurrentTensors.block(0), 0, embedding, Wiring.dense(embedding, embedding));
    List<LayerPlan> layers = new ArrayList<>();
    layers.add(new LayerPlan(embedding, embedding, List.of(input)));
    GraphUnits units = new GraphUnits(layering, embedding);
    for (int layer = 1; layer < layering.layers().size(); layer++) {
      List<BlockPlan> blocks = new ArrayList<>();
      if (network.blocks() == RecurrentBlocks.SINGLE) {
        List<Dag.Edge> edges = new ArrayList<>();
        layering.blocks(layer).forEach(block -> edges.addAll(block.edges()));
        int sources = units.first(layer) - embedding;
        blocks.add(units.block(RecurrentTensors.block(layer), embedding, sources, layer, edges));
      } else {
        for (Layering.Block block : layering.blocks(layer)) {
          int source = block.source();
          blocks.add(
              units.block(
                  RecurrentTensors.block(layer, source),
                  units.first(source),
                  layering.layers().get(source).size(),
                  layer,
                  block.edges()));
        }
      }
      layers.add(new LayerPlan(units.first(layer), layering.layers().get(layer).size(), blocks));
    }
    return new NetworkPlan(
        network.cell(), network.alphabet(), embedding, layers, network.classes());
  }

  /** Number of units, the embedding's values among them. */
  int units() {
    return last().first() + last().units();
  }

  /** The layer that the classes read. */
  LayerPlan last() {
    return layers.get(layers.size() - 1);
  }
}
