package io.espalier.structure.feature;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A number about a graph of n nodes and m edges. Paths, distances, centralities and clustering are
 * those of the undirected graph; layers, triads and source-to-sink paths those of the directed one.
 * A variance is a sample variance (divided by the number of values - 1) unless said otherwise.
 *
 * <p>The first 23 are those of the paper, in its order and with its names.
 */
public enum Feature {
  /** Layers, by longest path from a source. */
  LAYERS(true),
  /** n. */
  NODES(true),
  /** m. */
  EDGES(true),
  /** Nodes of the first layer. */
  SOURCE_NODES(true),
  /** Nodes of the last layer. */
  SINK_NODES(true),
  /** Greatest distance between two nodes; undefined if unconnected. */
  DIAMETER(true),
  /** m / (n (n - 1)), the share of the edges that a directed graph could have. */
  DENSITY(false),
  /** Mean distance over all pairs of nodes; undefined if unconnected. */
  AVERAGE_SHORTEST_PATH_LENGTH(false),
  /** Mean of the nodes' eccentricity, the greatest distance; undefined if unconnected. */
  ECCENTRICITY_MEAN(false),
  /** Variance of the nodes' eccentricity; undefined if unconnected. */
  ECCENTRICITY_VAR(false),
  /** Standard deviation of the nodes' eccentricity; undefined if unconnected. */
  ECCENTRICITY_STD(false),
  /** Mean of the nodes' degree centrality, the degree / (n - 1). */
  DEGREE_MEAN(false),
  /** Variance of the nodes' degree centrality. */
  DEGREE_VAR(false),
  /** Standard deviation of the nodes' degree centrality. */
  DEGREE_STD(false),
  /**
   * Mean of the nodes' closeness, (r / sum of distances) (r / (n - 1)) with r other nodes in reach
   * (Wasserman and Faust); 0 for an isolated node.
   */
  CLOSENESS_MEAN(false),
  /** Variance of the nodes' closeness. */
  CLOSENESS_VAR(false),
  /** Standard deviation of the nodes' closeness. */
  CLOSENESS_STD(false),
  /**
   * Mean of the nodes' betweenness: over the pairs of other nodes, the share of shortest paths
   * through the node, summed and divided by the number of pairs, (n - 1)(n - 2) / 2.
   */
  NODES_BETWEENNESS_MEAN(false),
  /** Variance of the nodes' betweenness. */
  NODES_BETWEENNESS_VAR(false),
  /** Standard deviation of the nodes' betweenness. */
  NODES_BETWEENNESS_STD(false),
  /**
   * Mean of the edges' betweenness: over all pairs of nodes, the share of shortest paths over the
   * edge, summed and divided by the number of pairs, n (n - 1) / 2.
   */
  EDGE_BETWEENNESS_MEAN(false),
  /** Variance of the edges' betweenness; undefined for a single edge. */
  EDGE_BETWEENNESS_VAR(false),
  /** Standard deviation of the edges' betweenness; undefined for a single edge. */
  EDGE_BETWEENNESS_STD(false),

  /** Connected components. */
  COMPONENTS(true),
  /** Nodes without edges. */
  ISOLATED_NODES(true),
  /** Least eccentricity; undefined if unconnected. */
  RADIUS(true),
  /** Variance of the distance over all pairs of nodes; undefined if unconnected or for n = 2. */
  SHORTEST_PATH_LENGTH_VAR(false),
  /** Mean of 1 / distance over all pairs of nodes; 0 for a pair that is not connected. */
  GLOBAL_EFFICIENCY(false),
  /** Greatest degree. */
  DEGREE_MAX(true),
  /** Correlation of the degrees at both ends of an edge; undefined if all these are equal. */
  DEGREE_ASSORTATIVITY(false),
  /** Mean over the nodes of the share of pairs of neighbours that are joined; 0 without pairs. */
  CLUSTERING_MEAN(false),
  /** 3 triangles / pairs of edges that share a node; 0 without such pairs. */
  TRANSITIVITY(false),
  /** Triples of nodes that are all joined: in the directed graph, feed-forward loops. */
  TRIANGLES(true),
  /** Open triads a to b to c: two edges one after the other, the ends not joined. */
  CHAIN_TRIADS(true),
  /** Open triads b to a, b to c: two edges out of a node, the ends not joined. */
  DIVERGING_TRIADS(true),
  /** Open triads a to b, c to b: two edges into a node, the ends not joined. */
  CONVERGING_TRIADS(true),
  /** Greatest eigenvalue of the undirected graph's adjacency matrix. */
  SPECTRAL_RADIUS(false),
  /** Edges that skip one layer or more. */
  SKIP_EDGES(true),
  /** Share of edges that skip one layer or more. */
  SKIP_EDGE_SHARE(false),
  /** Mean over the edges of the number of layers from end to end; 1 without skip edges. */
  EDGE_SPAN_MEAN(false),
  /** Layers from end to end of the longest edge. */
  EDGE_SPAN_MAX(true),
  /** Mean number of nodes in a layer, n / layers. */
  LAYER_WIDTH_MEAN(false),
  /** Variance of the number of nodes in a layer. */
  LAYER_WIDTH_VAR(false),
  /** Standard deviation of the number of nodes in a layer. */
  LAYER_WIDTH_STD(false),
  /** Nodes of the smallest layer. */
  LAYER_WIDTH_MIN(true),
  /** Nodes of the largest layer. */
  LAYER_WIDTH_MAX(true),
  /** Nodes without outgoing edges before the last layer, isolated ones among them. */
  DEAD_ENDS(true),
  /**
   * Decimal logarithm of the number of directed paths from a node without incoming to one without
   * outgoing edges, of one edge or more.
   */
  SOURCE_SINK_PATHS_LOG10(false),
  /** Mean length of these paths, in edges. */
  SOURCE_SINK_PATH_LENGTH_MEAN(false),
  /** Population variance of the length of these paths. */
  SOURCE_SINK_PATH_LENGTH_VAR(false);

  private final boolean whole;

  Feature(boolean whole) {
    this.whole = whole;
  }

  /** The name in JSON and tables, such as {@code closeness_mean}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value as a {@code Long} if it is a whole number by definition, else unchanged. */
  public Number number(double value) {
    // Not a conditional expression, which would make both of them a double.
    if (whole) {
      return (long) value;
    }
    return value;
  }

  /** Values by name, in order, numbers as {@link #number}; null for a feature without value. */
  public static Map<String, Number> named(Map<Feature, Double> values) {
    Map<String, Number> named = new LinkedHashMap<>();
    for (Feature feature : values()) {
      Double value = values.get(feature);
      named.put(feature.key(), value == null ? null : feature.number(value));
    }
    return named;
  }
}
