package io.espalier.pruning.report;

import io.espalier.plan.Dag;
import io.espalier.structure.feature.Feature;
import io.espalier.structure.feature.GraphFeatures;
import io.espalier.structure.neuron.NeuronGraph;
import java.util.Map;
import java.util.TreeMap;

/**
 * Features of the graph of a network's neurons, by the names that {@link Feature} gives them, and
 * {@value #RECURRENT_EDGES}: the edges within layers, which no other feature looks at.
 *
 * <p>Those that follow paths take O(nodes * edges) and are left out where that product is above
 * {@value #MOST_STEPS}; a feature that is not defined is left out, too.
 */
final class StructureOfNeurons {
  /** 9 to 16 ns each on one core of the machine that this was measured on: 0.13 s at most. */
  static final long MOST_STEPS = 8_000_000;

  static final String RECURRENT_EDGES = "recurrent_edges";

  private StructureOfNeurons() {}

  static Map<String, Double> of(NeuronGraph neurons) {
    Map<String, Double> features = new TreeMap<>();
    neurons
        .graph()
        .map(StructureOfNeurons::measured)
        .orElseGet(() -> unconnected(neurons))
        .forEach((feature, value) -> features.put(feature.key(), value));
    features.put(RECURRENT_EDGES, (double) neurons.recurrentEdges());
    return features;
  }

  private static Map<Feature, Double> measured(Dag graph) {
    long steps = (long) graph.nodes() * graph.edges().size();
    GraphFeatures features =
        steps <= MOST_STEPS ? GraphFeatures.of(graph) : GraphFeatures.linear(graph);
    return features.defined();
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
