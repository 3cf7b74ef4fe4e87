package io.espalier.structure.feature;

/**
 * Number and length of all directed paths from a node without incoming to a node without outgoing
 * edges, of one edge or more, by dynamic programming in the order of the nodes; O(n + m).
 *
 * <p>Their number grows like 2 to the number of nodes, so it is held as a logarithm. Mean and
 * variance of the lengths are merged from a node's sources, weighted by their numbers of paths.
 */
final class SourceSinkPaths {

  /** Natural logarithm of the number of paths from a source to the node. */
  private final double[] count;

  private final double[] mean;
  private final double[] variance;

  private SourceSinkPaths(int nodes) {
    count = new double[nodes];
    mean = new double[nodes];
    variance = new double[nodes];
  }

  static void measure(Adjacency graph, Measured measured) {
    SourceSinkPaths paths = new SourceSinkPaths(graph.nodes + 1);
    int[] sinks = new int[graph.nodes];
    int numberOfSinks = 0;
    for (int node = 0; node < graph.nodes; node++) {
      int start = graph.start[node];
      int incoming = graph.incoming[node];
      paths.merge(graph.neighbour, start, start + incoming, 1, node);
      if (incoming > 0 && graph.degree(node) == incoming) {
        sinks[numberOfSinks++] = node;
      }
    }
    int all = graph.nodes;
    paths.merge(sinks, 0, numberOfSinks, 0, all);
    measured.put(Feature.SOURCE_SINK_PATHS_LOG10, paths.count[all] / Math.log(10));
    measured.put(Feature.SOURCE_SINK_PATH_LENGTH_MEAN, paths.mean[all]);
    measured.put(Feature.SOURCE_SINK_PATH_LENGTH_VAR, paths.variance[all]);
  }

  /**
   * Merges the paths to {@code nodes[from..to-1]} into those of {@code into}, {@code further} edges
   * longer. Nothing to merge leaves one path of length 0: {@code into} is a source.
   */
  private void merge(int[] nodes, int from, int to, int further, int into) {
    if (from == to) {
      return;
    }
    double greatest = 0;
    for (int i = from; i < to; i++) {
      greatest = Math.max(greatest, count[nodes[i]]);
    }
    double sum = 0;
    double weighted = 0;
    for (int i = from; i < to; i++) {
      double weight = Math.exp(count[nodes[i]] - greatest);
      sum += weight;
      weighted += weight * (mean[nodes[i]] + further);
    }
    count[into] = greatest + Math.log(sum);
    mean[into] = weighted / sum;
    for (int i = from; i < to; i++) {
      double weight = Math.exp(count[nodes[i]] - greatest) / sum;
      double deviation = mean[nodes[i]] + further - mean[into];
      variance[into] += weight * (variance[nodes[i]] + deviation * deviation);
    }
  }
}
