package io.espalier.structure.feature;

import io.espalier.plan.Dag;

/**
 * A graph in compressed rows. The neighbours of a node stand in ascending order, so those with
 * incoming edges, which have lower numbers, come first.
 */
final class Adjacency {
  final int nodes;
  final int edges;

  /** Where each node's neighbours begin; one entry more than nodes. */
  final int[] start;

  /** The neighbours, node by node: each edge stands here twice. */
  final int[] neighbour;

  /** The number of the edge to the neighbour at the same position, 0 to edges - 1. */
  final int[] edge;

  /** How many of each node's neighbours lie at the other end of an incoming edge. */
  final int[] incoming;

  private Adjacency(Dag dag) {
    nodes = dag.nodes();
    edges = dag.edges().size();
    start = new int[nodes + 1];
    incoming = new int[nodes];
    for (Dag.Edge e : dag.edges()) {
      start[e.from() + 1]++;
      start[e.to() + 1]++;
      incoming[e.to()]++;
    }
    for (int node = 0; node < nodes; node++) {
      start[node + 1] += start[node];
    }
    neighbour = new int[2 * edges];
    edge = new int[2 * edges];
    int[] lower = start.clone();
    int[] higher = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      higher[node] = start[node] + incoming[node];
    }
    // Sorted by target, then source: both rows fill in ascending order.
    for (int i = 0; i < edges; i++) {
      Dag.Edge e = dag.edges().get(i);
      put(higher[e.from()]++, e.to(), i);
      put(lower[e.to()]++, e.from(), i);
    }
  }

  private void put(int position, int node, int number) {
    neighbour[position] = node;
    edge[position] = number;
  }

  /** Compresses a graph; O(nodes + edges). */
  static Adjacency of(Dag dag) {
    return new Adjacency(dag);
  }

  int degree(int node) {
    return start[node + 1] - start[node];
  }
}
