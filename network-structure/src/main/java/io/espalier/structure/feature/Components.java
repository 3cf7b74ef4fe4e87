package io.espalier.structure.feature;

/**
 * Connected components of the undirected graph by a search from each node not yet met; O(n + m).
 */
final class Components {
  private Components() {}

  static int count(Adjacency graph) {
    boolean[] met = new boolean[graph.nodes];
    int[] queue = new int[graph.nodes];
    int filled = 0;
    int components = 0;
    for (int node = 0; node < graph.nodes; node++) {
      if (!met[node]) {
        components++;
        met[node] = true;
        queue[filled++] = node;
        for (int head = filled - 1; head < filled; head++) {
          for (int i = graph.start[queue[head]]; i < graph.start[queue[head] + 1]; i++) {
            int next = graph.neighbour[i];
            if (!met[next]) {
              met[next] = true;
              queue[filled++] = next;
            }
          }
        }
      }
    }
    return components;
  }
}
