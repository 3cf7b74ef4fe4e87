package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.Function;

/** A network's architecture: its family and its shape, free of weights. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Architecture.FeedForward.class, name = "feed-forward"),
  @JsonSubTypes.Type(value = Architecture.GraphFeedForward.class, name = "graph-feed-forward"),
  @JsonSubTypes.Type(value = Architecture.RecurrentStack.class, name = "recurrent-stack"),
  @JsonSubTypes.Type(value = Architecture.GraphRecurrent.class, name = "graph-recurrent"),
  @JsonSubTypes.Type(value = Architecture.CellNetwork.class, name = "cell-network")
})
public sealed interface Architecture {

  /** Calls the function for this family; a new family makes every call site incomplete. */
  default <R> R match(
      Function<FeedForward, R> feedForward,
      Function<GraphFeedForward, R> graphFeedForward,
      Function<RecurrentStack, R> recurrentStack,
      Function<GraphRecurrent, R> graphRecurrent,
      Function<CellNetwork, R> cellNetwork) {
    if (this instanceof FeedForward a) {
      return feedForward.apply(a);
    }
    if (this instanceof GraphFeedForward a) {
      return graphFeedForward.apply(a);
    }
    if (this instanceof RecurrentStack a) {
      return recurrentStack.apply(a);
    }
    if (this instanceof GraphRecurrent a) {
      return graphRecurrent.apply(a);
    }
    return cellNetwork.apply((CellNetwork) this);
  }

  /** Short form for people, such as {@code 784-100-10}. */
  String label();

  /** Number of labels that it tells apart. */
  int classes();

  /** Architectures whose structure is a directed acyclic graph. */
  sealed interface OnGraph extends Architecture {
    /** The structure; layers are longest paths from a source. */
    Dag graph();

    /** The same kind of network on another graph. */
    OnGraph on(Dag graph);
  }

  /**
   * Fully connected layers with ReLU between them and softmax at the end.
   *
   * <p>The weight matrix of layer {@code i} has the shape {@code [widths[i+1], widths[i]]} (rows
   * are output units, as in PyTorch) and is called {@code layer<i>.weight}; its bias is {@code
   * layer<i>.bias}.
   *
   * @param widths units per layer from input to output; two or more
   */
  record FeedForward(List<Integer> widths) implements Architecture {
    public FeedForward {
      widths = Require.nonEmpty("architecture.widths", widths);
      if (widths.size() < 2) {
        throw new IllegalArgumentException(
            "architecture.widths is " + widths + ", allowed: at least an input and an output");
      }
      for (int i = 0; i < widths.size(); i++) {
        Require.atLeast("architecture.widths[" + i + "]", widths.get(i), 1);
      }
    }

    @Override
    public String label() {
      return String.join("-", widths.stream().map(String::valueOf).toList());
    }

    @Override
    public int classes() {
      return widths.get(widths.size() - 1);
    }

    /** Number of weights that a mask covers; biases are never masked. */
    public long maskableWeights() {
      long weights = 0;
      for (int i = 1; i < widths.size(); i++) {
        weights += (long) widths.get(i - 1) * widths.get(i);
      }
      return weights;
    }
  }

  /**
   * One ReLU unit per node, one weight per edge, skip edges included; every input leads to every
   * source node, and the last layer of nodes to the classes by a softmax (deepstruct's
   * MaskedDeepDAN).
   *
   * @param inputs values per sample
   * @param graph hidden units and their connections
   * @param classes labels to tell apart
   */
  record GraphFeedForward(int inputs, Dag graph, int classes) implements OnGraph {
    public GraphFeedForward {
      Require.atLeast("architecture.inputs", inputs, 1);
      Require.present("architecture.graph", graph);
      Require.atLeast("architecture.classes", classes, 2);
    }

    @Override
    public String label() {
      return inputs + "-graph(" + size(graph) + ")-" + classes;
    }

    @Override
    public GraphFeedForward on(Dag other) {
      return new GraphFeedForward(inputs, other, classes);
    }
  }

  /**
   * An embedding of tokens, recurrent layers one above the other, and a softmax on the last layer's
   * output at the last time step (study 2 of the paper). The input-to-hidden and hidden-to-hidden
   * weights are masked apart from each other; embedding, output and biases never are.
   *
   * @param cell the cells of all layers
   * @param alphabet number of tokens
   * @param embedding values per token
   * @param hidden units per recurrent layer; one or more
   * @param classes labels to tell apart
   */
  record RecurrentStack(
      CellType cell, int alphabet, int embedding, List<Integer> hidden, int classes)
      implements Architecture {
    public RecurrentStack {
      Require.present("architecture.cell", cell);
      Require.atLeast("architecture.alphabet", alphabet, 1);
      Require.atLeast("architecture.embedding", embedding, 1);
      hidden = Require.nonEmpty("architecture.hidden", hidden);
      for (int i = 0; i < hidden.size(); i++) {
        Require.atLeast("architecture.hidden[" + i + "]", hidden.get(i), 1);
      }
      Require.atLeast("architecture.classes", classes, 2);
    }

    @Override
    public String label() {
      return cell.wireName()
          + " "
          + String.join("-", hidden.stream().map(String::valueOf).toList());
    }
  }

  /**
   * A recurrent network whose units are the nodes of a graph (study 3 of the paper). The source
   * nodes read an embedding of as many values, densely; every other layer has recurrent blocks that
   * read their source layers along the graph's edges; all read their own state densely; a softmax
   * reads the last layer at the last time step.
   *
   * @param cell the cells of all nodes
   * @param alphabet number of tokens
   * @param graph units and their connections
   * @param blocks whether each source layer has a block of its own
   * @param classes labels to tell apart
   */
  record GraphRecurrent(CellType cell, int alphabet, Dag graph, RecurrentBlocks blocks, int classes)
      implements OnGraph {
    public GraphRecurrent {
      Require.present("architecture.cell", cell);
      Require.atLeast("architecture.alphabet", alphabet, 1);
      Require.present("architecture.graph", graph);
      Require.present("architecture.blocks", blocks);
      Require.atLeast("architecture.classes", classes, 2);
    }

    @Override
    public String label() {
      return cell.wireName() + " graph(" + size(graph) + ")";
    }

    @Override
    public GraphRecurrent on(Dag other) {
      return new GraphRecurrent(cell, alphabet, other, blocks, classes);
    }
  }

  /**
   * A convolutional network whose nodes are operations on feature maps (deepstruct's DeepCellDAN).
   *
   * <p>A stem turns each patch of pixels into one pixel of {@code channels} feature maps: a
   * convolution with kernel and stride {@code patch}, without an activation. Source nodes apply
   * their operation to the stem's maps, every other node to the sum of its sources' maps; none
   * changes the maps' size. The sum of the sinks' maps, averaged over all pixels, leads to a
   * softmax. Work falls with the square of the patch.
   *
   * @param input the images
   * @param patch height and width of a patch, a divisor of both of the image's; absent on the wire:
   *     1, a 1 x 1 convolution at full resolution
   * @param graph nodes and the way of the feature maps
   * @param operations one per node
   * @param channels feature maps of every node
   * @param classes labels to tell apart
   */
  record CellNetwork(
      ImageShape input,
      @JsonProperty(defaultValue = "1") Integer patch,
      Dag graph,
      List<CellOperation> operations,
      int channels,
      int classes)
      implements Architecture {
    public CellNetwork {
      Require.present("architecture.input", input);
      patch = patch == null ? 1 : patch;
      if (patch < 1 || !input.splitsInto(patch)) {
        throw new IllegalArgumentException(
            "architecture.patch is "
                + patch
                + ", allowed: a divisor of the image's height and width, "
                + input.height()
                + " and "
                + input.width());
      }
      Require.present("architecture.graph", graph);
      operations = Require.list("architecture.operations", operations);
      if (operations.size() != graph.nodes()) {
        throw new IllegalArgumentException(
            "architecture.operations has "
                + operations.size()
                + " entries, allowed: one per node, "
                + graph.nodes());
      }
      Require.atLeast("architecture.channels", channels, 1);
      Require.atLeast("architecture.classes", classes, 2);
    }

    @Override
    public String label() {
      return "cells(" + size(graph) + ") x " + channels;
    }
  }

  private static String size(Dag graph) {
    return graph.nodes() + " nodes, " + graph.edges().size() + " edges";
  }
}
