package io.espalier.structure.feature;

import java.util.Arrays;

/**
 * Distances and betweenness by one breadth-first search from each node (Brandes, A faster algorithm
 * for betweenness centrality, 2001); O(n (n + m)) time, O(n + m) memory.
 */
final class ShortestPaths {
  private static final int UNSEEN = -1;

  private final Adjacency graph;
  private final int[] distance;
  private final int[] order;
  private final double[] paths;
  private final double[] dependency;
  private final double[] nodeBetweenness;
  private final double[] edgeBetweenness;
  private final double[] eccentricity;
  private final double[] closeness;
  private double distances;
  private double squares;
  private double efficiency;
  private int components;

  private ShortestPaths(Adjacency graph) {
    this.graph = graph;
    distance = new int[graph.nodes];
    order = new int[graph.nodes];
    paths = new double[graph.nodes];
    dependency = new double[graph.nodes];
    nodeBetweenness = new double[graph.nodes];
    edgeBetweenness = new double[graph.edges];
    eccentricity = new double[graph.nodes];
    closeness = new double[graph.nodes];
  }

  static void measure(Adjacency graph, Measured measured) {
    ShortestPaths all = new ShortestPaths(graph);
    for (int source = 0; source < graph.nodes; source++) {
      int reached = all.search(source);
      all.accumulateDistances(source, reached);
      all.accumulateDependencies(reached);
    }
    all.put(measured);
  }

  /** Fills {@code order} with the nodes in reach, nearest first, and returns their number. */
  private int search(int source) {
    Arrays.fill(distance, UNSEEN);
    Arrays.fill(paths, 0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    int filled = 1;
    for (int head = 0; head < filled; head++) {
      int node = order[head];
      for (int i = graph.start[node]; i < graph.start[node + 1]; i++) {
        int next = graph.neighbour[i];
        if (distance[next] == UNSEEN) {
          distance[next] = distance[node] + 1;
          order[filled++] = next;
        }
        if (distance[next] == distance[node] + 1) {
          paths[next] += paths[node];
        }
      }
    }
    return filled;
  }

  private void accumulateDistances(int source, int reached) {
    double sum = 0;
    int least = source;
    for (int i = 1; i < reached; i++) {
      double d = distance[order[i]];
      sum += d;
      squares += d * d;
      efficiency += 1 / d;
      least = Math.min(least, order[i]);
    }
    distances += sum;
    components += least == source ? 1 : 0;
    eccentricity[source] = distance[order[reached - 1]];
    double others = reached - 1;
    closeness[source] = sum == 0 ? 0 : others / sum * (others / (graph.nodes - 1));
  }

  private void accumulateDependencies(int reached) {
    Arrays.fill(dependency, 0);
    for (int k = reached - 1; k > 0; k--) {
      int node = order[k];
      double share = (1 + dependency[node]) / paths[node];
      for (int i = graph.start[node]; i < graph.start[node + 1]; i++) {
        int before = graph.neighbour[i];
        if (distance[before] == distance[node] - 1) {
          double through = paths[before] * share;
          edgeBetweenness[graph.edge[i]] += through;
          dependency[before] += through;
        }
      }
      nodeBetweenness[node] += dependency[node];
    }
  }

  private void put(Measured measured) {
    double pairs = (double) graph.nodes * (graph.nodes - 1);
    boolean connected = components == 1;
    if (connected) {
      double mean = distances / pairs;
      measured.putDistribution(
          Feature.ECCENTRICITY_MEAN,
          Feature.ECCENTRICITY_VAR,
          Feature.ECCENTRICITY_STD,
          eccentricity);
      measured.put(Feature.DIAMETER, Arrays.stream(eccentricity).max().orElseThrow());
      measured.put(Feature.RADIUS, Arrays.stream(eccentricity).min().orElseThrow());
      measured.put(Feature.AVERAGE_SHORTEST_PATH_LENGTH, mean);
      // Each pair was met from both ends.
      measured.put(
          Feature.SHORTEST_PATH_LENGTH_VAR, (squares - distances * mean) / 2 / (pairs / 2 - 1));
    }
    measured.put(Feature.COMPONENTS, components);
    measured.put(Feature.GLOBAL_EFFICIENCY, efficiency / pairs);
    measured.putDistribution(
        Feature.CLOSENESS_MEAN, Feature.CLOSENESS_VAR, Feature.CLOSENESS_STD, closeness);
    double otherPairs = (graph.nodes - 1.0) * (graph.nodes - 2);
    measured.putDistribution(
        Feature.NODES_BETWEENNESS_MEAN,
        Feature.NODES_BETWEENNESS_VAR,
        Feature.NODES_BETWEENNESS_STD,
        scaled(nodeBetweenness, Math.max(otherPairs, 1)));
    measured.putDistribution(
        Feature.EDGE_BETWEENNESS_MEAN,
        Feature.EDGE_BETWEENNESS_VAR,
        Feature.EDGE_BETWEENNESS_STD,
        scaled(edgeBetweenness, pairs));
  }

  private static double[] scaled(double[] sums, double by) {
    return Arrays.stream(sums).map(sum -> sum / by).toArray();
  }
}
