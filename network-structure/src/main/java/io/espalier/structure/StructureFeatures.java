package io.espalier.structure;

import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Require;
import java.util.List;

/**
 * What the structure of a network is like, free of weights and training.
 *
 * <p>Nodes are units, edges are weights; biases are no edges. A sparsity scales the number of edges
 * and what follows from it, as if the kept weights were spread evenly: which weights a pruning step
 * keeps is not known before it ran.
 *
 * @param layers layers of units, input and output included; also the diameter plus one
 * @param nodes units
 * @param edges weights that remain (a mean, hence not whole)
 * @param sourceNodes input units
 * @param sinkNodes output units
 * @param density edges / (nodes * (nodes - 1)), as networkx defines it for directed graphs
 * @param meanDegree mean number of edges at a node, 2 * edges / nodes
 * @param maskableWeights weights of the dense network
 * @param widestHidden units of the widest hidden layer; 0 without hidden layers
 * @param narrowestHidden units of the narrowest hidden layer; 0 without hidden layers
 * @param sparsity share of maskable weights that is zero, 0..1
 */
public record StructureFeatures(
    double layers,
    double nodes,
    double edges,
    double sourceNodes,
    double sinkNodes,
    double density,
    double meanDegree,
    double maskableWeights,
    double widestHidden,
    double narrowestHidden,
    double sparsity) {

  private static final List<String> NAMES =
      List.of(
          "layers",
          "nodes",
          "edges",
          "sourceNodes",
          "sinkNodes",
          "density",
          "meanDegree",
          "maskableWeights",
          "widestHidden",
          "narrowestHidden",
          "sparsity");

  /** Features of the dense network. */
  public static StructureFeatures of(Architecture architecture) {
    return of(architecture, 0);
  }

  /**
   * Features of the network when a share of its weights is pruned; in closed form, constant time
   * per layer.
   *
   * @param sparsity share of maskable weights that is zero, 0..1
   */
  public static StructureFeatures of(Architecture architecture, double sparsity) {
    Require.within("sparsity", sparsity, 0, 1);
    FeedForward network = (FeedForward) architecture;
    List<Integer> widths = network.widths();
    List<Integer> hidden = widths.subList(1, widths.size() - 1);
    double nodes = widths.stream().mapToLong(Integer::longValue).sum();
    double edges = network.maskableWeights() * (1 - sparsity);
    return new StructureFeatures(
        widths.size(),
        nodes,
        edges,
        widths.get(0),
        widths.get(widths.size() - 1),
        edges / (nodes * (nodes - 1)),
        2 * edges / nodes,
        network.maskableWeights(),
        hidden.stream().mapToInt(Integer::intValue).max().orElse(0),
        hidden.stream().mapToInt(Integer::intValue).min().orElse(0),
        sparsity);
  }

  /** The features' names in the order of {@link #asVector()}. */
  public static List<String> names() {
    return NAMES;
  }

  /** The features as the input of a surrogate, in the order of {@link #names()}. */
  public double[] asVector() {
    return new double[] {
      layers,
      nodes,
      edges,
      sourceNodes,
      sinkNodes,
      density,
      meanDegree,
      maskableWeights,
      widestHidden,
      narrowestHidden,
      sparsity
    };
  }
}
