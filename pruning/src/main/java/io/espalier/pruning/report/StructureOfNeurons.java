package io.espalier.pruning.report;

import io.espalier.plan.Dag;
import io.espalier.structure.feature.Feature;
import io.espalier.structure.feature.GraphFeatures;
import io.espalier.structure.neuron.NeuronGraph;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Features of the graph of a network's neurons, by the names that {@link Feature} gives them, and
 * {@value #RECURRENT_EDGES}: the edges within layers, which no other feature looks at.
 *
 * <p>Those that follow paths take O(nodes * edges) and are left out where that product is above
 * {@value #MOST_STEPS}; a feature that is not defined is left out, too. Above {@value #MOST_EDGES}
 * edges nodes, edges, density and the mean and variance of the degrees are counted, and nothing
 * else is told: no object is made of an edge.
 */
final class StructureOfNeurons {
  /** 9 to 16 ns each on one core of the machine that this was measured on: 0.13 s at most. */
  static final long MOST_STEPS = 8_000_000;

  /** Objects for them take some 100 MB. */
  static final int MOST_EDGES = 1_000_000;

  static final String RECURRENT_EDGES = "recurrent_edges";

  private StructureOfNeurons() {}

  static Map<String, Double> of(NeuronGraph neurons) {
    return of(neurons, MOST_EDGES);
  }

  /**
   * The features.
   *
   * @param mostEdges above which they are counted only
   */
  static Map<String, Double> of(NeuronGraph neurons, int mostEdges) {
    Map<Feature, Double> found =
        neurons.forwardEdges() > mostEdges
            ? counted(neurons)
            : neurons
                .graph()
                .map(StructureOfNeurons::measured)
                .orElseGet(() -> unconnected(neurons));
    Map<String, Double> features = new TreeMap<>();
    found.forEach((feature, value) -> features.put(feature.key(), value));
    features.put(RECURRENT_EDGES, (double) neurons.recurrentEdges());
    return features;
  }

  private static Map<Feature, Double> measured(Dag graph) {
    long steps = (long) graph.nodes() * graph.edges().size();
    GraphFeatures features =
        steps <= MOST_STEPS ? GraphFeatures.of(graph) : GraphFeatures.linear(graph);
    return features.defined();
  }

  private static Map<Feature, Double> counted(NeuronGraph neurons) {
    int[] degrees = neurons.degrees();
    double nodes = degrees.length;
    double edges = neurons.forwardEdges();
    double mean = 2 * edges / nodes;
    double squares =
        IntStream.of(degrees).mapToDouble(degree -> (degree - mean) * (degree - mean)).sum();
    double most = nodes - 1;
    return Map.of(
        Feature.NODES, nodes,
        Feature.EDGES, edges,
        Feature.DENSITY, edges / (nodes * most),
        Feature.DEGREE_MEAN, mean / most,
        Feature.DEGREE_VAR, squares / most / (most * most));
  }

  private static Map<Feature, Double> unconnected(NeuronGraph neurons) {
    double nodes = neurons.widths().stream().mapToDouble(width -> width).sum();
    return Map.of(
        Feature.NODES, nodes,
        Feature.EDGES, 0.0,
        Feature.DENSITY, 0.0,
        Feature.DEGREE_MEAN, 0.0,
        Feature.DEGREE_VAR, 0.0,
        Feature.COMPONENTS, nodes);
  }
}
