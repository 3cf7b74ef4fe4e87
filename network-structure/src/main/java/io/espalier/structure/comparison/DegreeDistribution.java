package io.espalier.structure.comparison;

import io.espalier.plan.Dag;

/** Which share of a graph's nodes has at most a degree, both directions counted. */
final class DegreeDistribution {
  private final double[] share;

  private DegreeDistribution(Dag graph) {
    int[] degree = new int[graph.nodes()];
    for (Dag.Edge edge : graph.edges()) {
      degree[edge.from()]++;
      degree[edge.to()]++;
    }
    int[] count = new int[graph.nodes()];
    for (int d : degree) {
      count[d]++;
    }
    share = new double[graph.nodes()];
    int atMost = 0;
    for (int d = 0; d < share.length; d++) {
      atMost += count[d];
      share[d] = atMost / (double) graph.nodes();
    }
  }

  /** Counts; O(nodes + edges). */
  static DegreeDistribution of(Dag graph) {
    return new DegreeDistribution(graph);
  }

  /** Wasserstein distance of first order: the area between both cumulative distributions. */
  double distanceTo(DegreeDistribution other) {
    double area = 0;
    for (int d = 0; d < Math.max(share.length, other.share.length); d++) {
      area += Math.abs(atMost(d) - other.atMost(d));
    }
    return area;
  }

  private double atMost(int degree) {
    return degree < share.length ? share[degree] : 1;
  }
}
