package io.espalier.predictor.scoring;

import io.espalier.plan.Architecture;
import io.espalier.structure.feature.Feature;
import io.espalier.structure.feature.GraphFeatures;

/**
 * What the surrogate looks at in a graph: the properties that go with accuracy in the paper's third
 * study (size, and the variances of closeness and betweenness), and those about paths and skips. A
 * feature that is not defined for the graph counts as 0.
 *
 * <table>
 *   <caption>The features</caption>
 *   <tr><td>0</td><td>1</td></tr>
 *   <tr><td>1</td><td>log10(nodes) / 3</td></tr>
 *   <tr><td>2</td><td>log10(edges) / 4</td></tr>
 *   <tr><td>3</td><td>log10(source nodes) / 3</td></tr>
 *   <tr><td>4</td><td>density</td></tr>
 *   <tr><td>5</td><td>mean path length / 10</td></tr>
 *   <tr><td>6</td><td>mean closeness</td></tr>
 *   <tr><td>7</td><td>variance of closeness x 100</td></tr>
 *   <tr><td>8</td><td>mean betweenness of nodes x 10</td></tr>
 *   <tr><td>9</td><td>variance of the betweenness of nodes x 100</td></tr>
 *   <tr><td>10</td><td>clustering</td></tr>
 *   <tr><td>11</td><td>share of edges that skip a layer</td></tr>
 * </table>
 */
final class OfGraph {
  static final int WIDTH = 12;

  private OfGraph() {}

  static double[] of(Architecture architecture) {
    return architecture instanceof Architecture.OnGraph network
        ? of(GraphFeatures.of(network.graph()))
        : new double[WIDTH];
  }

  private static double[] of(GraphFeatures graph) {
    return new double[] {
      1,
      Math.log10(value(graph, Feature.NODES)) / 3,
      Math.log10(value(graph, Feature.EDGES)) / 4,
      Math.log10(value(graph, Feature.SOURCE_NODES)) / 3,
      value(graph, Feature.DENSITY),
      value(graph, Feature.AVERAGE_SHORTEST_PATH_LENGTH) / 10,
      value(graph, Feature.CLOSENESS_MEAN),
      value(graph, Feature.CLOSENESS_VAR) * 100,
      value(graph, Feature.NODES_BETWEENNESS_MEAN) * 10,
      value(graph, Feature.NODES_BETWEENNESS_VAR) * 100,
      value(graph, Feature.CLUSTERING_MEAN),
      value(graph, Feature.SKIP_EDGE_SHARE),
    };
  }

  private static double value(GraphFeatures graph, Feature feature) {
    return graph.value(feature).orElse(0);
  }
}
