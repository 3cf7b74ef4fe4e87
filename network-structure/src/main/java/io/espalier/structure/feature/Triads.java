package io.espalier.structure.feature;

/**
 * Triangles and open triads. Each triangle is found at its edge between its two lower nodes, by
 * merging their sorted neighbours; O(sum over the edges of both ends' degrees).
 */
final class Triads {
  private Triads() {}

  static void measure(Adjacency graph, Measured measured) {
    long[] trianglesAt = trianglesAt(graph);
    long triangles = 0;
    long chains = 0;
    long diverging = 0;
    long converging = 0;
    double clustering = 0;
    for (int node = 0; node < graph.nodes; node++) {
      long in = graph.incoming[node];
      long out = graph.degree(node) - in;
      triangles += trianglesAt[node];
      chains += in * out;
      diverging += pairs(out);
      converging += pairs(in);
      long neighbours = pairs(in + out);
      clustering += neighbours == 0 ? 0 : (double) trianglesAt[node] / neighbours;
    }
    triangles /= 3;
    long connected = chains + diverging + converging;
    measured.putCount(Feature.TRIANGLES, triangles);
    // Each triangle of a directed acyclic graph holds one triad of each kind, which is not open.
    measured.putCount(Feature.CHAIN_TRIADS, chains - triangles);
    measured.putCount(Feature.DIVERGING_TRIADS, diverging - triangles);
    measured.putCount(Feature.CONVERGING_TRIADS, converging - triangles);
    measured.put(Feature.CLUSTERING_MEAN, clustering / graph.nodes);
    measured.put(Feature.TRANSITIVITY, connected == 0 ? 0 : 3.0 * triangles / connected);
  }

  private static long pairs(long of) {
    return of * (of - 1) / 2;
  }

  private static long[] trianglesAt(Adjacency graph) {
    long[] count = new long[graph.nodes];
    for (int low = 0; low < graph.nodes; low++) {
      int end = graph.start[low + 1];
      for (int i = graph.start[low] + graph.incoming[low]; i < end; i++) {
        int middle = graph.neighbour[i];
        int a = i + 1;
        int b = graph.start[middle] + graph.incoming[middle];
        int middleEnd = graph.start[middle + 1];
        while (a < end && b < middleEnd) {
          int difference = graph.neighbour[a] - graph.neighbour[b];
          if (difference == 0) {
            count[low]++;
            count[middle]++;
            count[graph.neighbour[a]]++;
          }
          a += difference <= 0 ? 1 : 0;
          b += difference >= 0 ? 1 : 0;
        }
      }
    }
    return count;
  }
}
