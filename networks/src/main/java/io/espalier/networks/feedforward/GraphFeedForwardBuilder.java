package io.espalier.networks.feedforward;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.FeedForwardTensors;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.CurvedModelBuilder;
import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Dag;
import io.espalier.structure.Layering;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Builds feed-forward networks on graphs: a layer from the inputs to the source nodes, the graph's
 * edges, a layer from the last nodes to the classes.
 */
public final class GraphFeedForwardBuilder implements CurvedModelBuilder<GraphFeedForward> {
  private final Kernels kernels;

  /** With the fastest kernels. */
  public GraphFeedForwardBuilder() {
    this(Kernels.fastest());
  }

  GraphFeedForwardBuilder(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public CurvedModel build(GraphFeedForward architecture, Checkpoint checkpoint, Mask mask) {
    checkpoint.requireFits(architecture);
    Layering layering = Layering.of(architecture.graph());
    StageChoice choice = new StageChoice(kernels);
    Linear first = Linear.of("input", checkpoint, mask);
    Inputs inputs = choice.inputs(first);
    HiddenUnits sources = new HiddenUnits(kernels.matrices(), inputs.layout(), 0);
    List<GraphLayer> layers = new ArrayList<>();
    for (int layer = 1; layer < layering.layers().size(); layer++) {
      layers.add(layer(layer, layering, checkpoint, mask));
    }
    List<Stage> stages = new ArrayList<>();
    stages.add(choice.first(first, inputs, Optional.of(sources)));
    if (!layers.isEmpty()) {
      stages.add(new GraphStage(layers, kernels));
    }
    Linear last = Linear.of("output", checkpoint, mask);
    Layout below = stages.get(stages.size() - 1).layout();
    stages.add(choice.next(last, choice.layout(last, Optional.of(below)), Optional.empty()));
    return new ChainModel(new Chain(inputs, stages));
  }

  private GraphLayer layer(int number, Layering layering, Checkpoint checkpoint, Mask mask) {
    List<GraphLayer.Block> blocks = new ArrayList<>();
    for (Layering.Block block : layering.blocks(number)) {
      String name = FeedForwardTensors.blockWeight(number, block.source());
      BitSet kept = mask.layer(name).bits();
      Edges edges =
          edges(
              block.edges(),
              kept,
              layering.layers().get(number),
              layering.layers().get(block.source()));
      float[] values = checkpoint.tensor(name).values();
      blocks.add(
          new GraphLayer.Block(
              block.source(), new Connections(name, edges, values, kept, kernels)));
    }
    String bias = "layer" + number + ".bias";
    return new GraphLayer(
        blocks,
        Biases.parameter(bias, checkpoint.tensor(bias).values()),
        new HiddenUnits(kernels.matrices(), Layout.LANES, number));
  }

  /** Edges are sorted by target, then source: as positions in a matrix of both are. */
  private static Edges edges(
      List<Dag.Edge> edges, BitSet kept, List<Integer> targets, List<Integer> sources) {
    BitSet dense = new BitSet();
    kept.stream()
        .mapToObj(edges::get)
        .forEach(
            edge -> {
              int row = Collections.binarySearch(targets, edge.to());
              int column = Collections.binarySearch(sources, edge.from());
              dense.set(row * sources.size() + column);
            });
    return Edges.of(targets.size(), sources.size(), dense);
  }
}
