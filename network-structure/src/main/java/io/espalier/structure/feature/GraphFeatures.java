package io.espalier.structure.feature;

import io.espalier.plan.Dag;
import io.espalier.plan.Require;
import io.espalier.structure.Layering;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All features of one graph.
 *
 * @param defined the values, in the order of {@link Feature}; a feature that is not defined for the
 *     graph is absent, never a guess
 */
public record GraphFeatures(Map<Feature, Double> defined) {
  private static final List<String> NAMES =
      Arrays.stream(Feature.values()).map(Feature::key).toList();

  public GraphFeatures {
    defined = Collections.unmodifiableMap(new EnumMap<>(Require.present("features", defined)));
  }

  /**
   * Measures a graph of n nodes and m edges; O(n (n + m)) for the shortest paths, and in practice
   * less than that for the rest.
   */
  public static GraphFeatures of(Dag dag) {
    Adjacency graph = Adjacency.of(dag);
    Measured measured = linear(dag, graph);
    measured.put(Feature.SPECTRAL_RADIUS, SpectralRadius.of(graph));
    ShortestPaths.measure(graph, measured);
    Triads.measure(graph, measured);
    return measured.features();
  }

  /** Measures only what takes O(n + m), for graphs of very many edges. */
  public static GraphFeatures linear(Dag dag) {
    return linear(dag, Adjacency.of(dag)).features();
  }

  private static Measured linear(Dag dag, Adjacency graph) {
    Measured measured = new Measured();
    measured.put(Feature.NODES, graph.nodes);
    measured.put(Feature.EDGES, graph.edges);
    measured.put(Feature.DENSITY, graph.edges / (graph.nodes * (graph.nodes - 1.0)));
    measured.put(Feature.COMPONENTS, Components.count(graph));
    Degrees.measure(graph, measured);
    SourceSinkPaths.measure(graph, measured);
    LayerShape.measure(dag, Layering.of(dag), measured);
    return measured;
  }

  /** The features' names in the order of {@link #values()}. */
  public static List<String> names() {
    return NAMES;
  }

  /** The values in the order of {@link #names()}; NaN where a feature is not defined. */
  public double[] values() {
    return Arrays.stream(Feature.values())
        .mapToDouble(feature -> defined.getOrDefault(feature, Double.NaN))
        .toArray();
  }

  /** One value; empty where the feature is not defined. */
  public OptionalDouble value(Feature feature) {
    Double value = defined.get(feature);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * The values by name, in order: whole numbers as {@code Long}, others as {@code Double}, null
   * where a feature is not defined.
   */
  public Map<String, Number> asMap() {
    return Feature.named(defined);
  }
}
