package io.espalier.predictor.scoring;

import io.espalier.plan.Architecture;
import io.espalier.plan.Dag;
import io.espalier.structure.feature.Feature;
import io.espalier.structure.feature.GraphFeatures;
import java.util.Iterator;
import java.util.LinkedHashMap;

/**
 * What the surrogate looks at in a graph: the properties that go with accuracy in the paper's third
 * study (size, and the variances of closeness and betweenness), and those about paths and skips. A
 * feature that is not defined for the graph counts as 0.
 *
 * <p>Measuring a graph takes O(nodes x edges), and all trainings of a trial, and of its seeds, have
 * the same one; so the graphs looked at last are remembered. Not safe for use by several threads.
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

  private static final int MOST_EDGES = 500_000;

  private final LinkedHashMap<Dag, double[]> measured = new LinkedHashMap<>(16, 0.75f, true);
  private final int mostEdges;
  private int edges;

  OfGraph() {
    this(MOST_EDGES);
  }

  /**
   * Nothing is known yet.
   *
   * @param mostEdges of all graphs that are remembered; those used least recently are forgotten
   */
  OfGraph(int mostEdges) {
    this.mostEdges = mostEdges;
  }

  /** The features of an architecture; all 0 without a graph. */
  double[] of(Architecture architecture) {
    return architecture instanceof Architecture.OnGraph network
        ? remembered(network.graph()).clone()
        : new double[WIDTH];
  }

  /** Number of graphs that are remembered. */
  int known() {
    return measured.size();
  }

  private double[] remembered(Dag graph) {
    double[] known = measured.get(graph);
    return known == null ? measure(graph) : known;
  }

  private double[] measure(Dag graph) {
    double[] features = of(GraphFeatures.of(graph));
    measured.put(graph, features);
    edges += graph.edges().size();
    Iterator<Dag> oldest = measured.keySet().iterator();
    while (edges > mostEdges && measured.size() > 1) {
      edges -= oldest.next().edges().size();
      oldest.remove();
    }
    return features;
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
