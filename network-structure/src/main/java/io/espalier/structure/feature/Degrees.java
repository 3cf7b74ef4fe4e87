package io.espalier.structure.feature;

/** Degree centrality and the correlation of neighbours' degrees; O(n + m). */
final class Degrees {
  private Degrees() {}

  static void measure(Adjacency graph, Measured measured) {
    double[] centrality = new double[graph.nodes];
    int isolated = 0;
    int greatest = 0;
    for (int node = 0; node < graph.nodes; node++) {
      int degree = graph.degree(node);
      centrality[node] = degree / (graph.nodes - 1.0);
      isolated += degree == 0 ? 1 : 0;
      greatest = Math.max(greatest, degree);
    }
    measured.putDistribution(
        Feature.DEGREE_MEAN, Feature.DEGREE_VAR, Feature.DEGREE_STD, centrality);
    measured.put(Feature.ISOLATED_NODES, isolated);
    measured.put(Feature.DEGREE_MAX, greatest);
    measured.put(Feature.DEGREE_ASSORTATIVITY, assortativity(graph));
  }

  /** Pearson's correlation over both directions of all edges; 0 / 0 if all degrees are equal. */
  private static double assortativity(Adjacency graph) {
    double squares = 0;
    for (int node = 0; node < graph.nodes; node++) {
      squares += (double) graph.degree(node) * graph.degree(node);
    }
    double mean = squares / (2.0 * graph.edges);
    double together = 0;
    double alone = 0;
    for (int node = 0; node < graph.nodes; node++) {
      double deviation = graph.degree(node) - mean;
      alone += graph.degree(node) * deviation * deviation;
      for (int i = graph.start[node]; i < graph.start[node + 1]; i++) {
        together += deviation * (graph.degree(graph.neighbour[i]) - mean);
      }
    }
    return together / alone;
  }
}
