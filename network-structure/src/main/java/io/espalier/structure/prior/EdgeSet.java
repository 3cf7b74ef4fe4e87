package io.espalier.structure.prior;

import io.espalier.plan.Dag;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Undirected simple graph that is being built: no self-loops, no repeated edges. */
final class EdgeSet {
  private final BitSet[] neighbours;
  private int edges;

  /** Nodes 0 to n - 1 without edges. */
  EdgeSet(int nodes) {
    neighbours = IntStream.range(0, nodes).mapToObj(node -> new BitSet()).toArray(BitSet[]::new);
  }

  int nodes() {
    return neighbours.length;
  }

  boolean has(int u, int v) {
    return neighbours[u].get(v);
  }

  int degree(int node) {
    return neighbours[node].cardinality();
  }

  /**
   * Joins two nodes; does nothing if they are.
   *
   * @throws UndrawableGraph if there are {@link Dag#MOST_EDGES} edges already
   */
  void add(int u, int v) {
    if (u == v) {
      throw new IllegalArgumentException("edge is " + u + "-" + v + ", allowed: no self-loop");
    }
    if (has(u, v)) {
      return;
    }
    requireRoomFor(edges + 1L);
    edges++;
    neighbours[u].set(v);
    neighbours[v].set(u);
  }

  /**
   * For generators that know the number of edges before they draw.
   *
   * @throws UndrawableGraph if a graph may not have as many edges
   */
  static void requireRoomFor(long edges) {
    if (edges > Dag.MOST_EDGES) {
      throw UndrawableGraph.manyEdges();
    }
  }

  void remove(int u, int v) {
    edges -= has(u, v) ? 1 : 0;
    neighbours[u].clear(v);
    neighbours[v].clear(u);
  }

  /**
   * The graph with each edge directed from its lower to its higher node; O(nodes + edges).
   *
   * @throws UndrawableGraph if there is no edge
   */
  Dag directed() {
    List<Dag.Edge> edges =
        IntStream.range(0, nodes())
            .boxed()
            .flatMap(
                to ->
                    neighbours[to].stream()
                        .takeWhile(from -> from < to)
                        .mapToObj(from -> new Dag.Edge(from, to)))
            .toList();
    if (edges.isEmpty()) {
      throw UndrawableGraph.edgeless(nodes());
    }
    return new Dag(nodes(), edges);
  }

  /** Whether each node can be reached from node 0; O(nodes + edges). */
  boolean connected() {
    BitSet reached = new BitSet();
    int[] queue = new int[nodes()];
    int filled = 0;
    queue[filled++] = 0;
    reached.set(0);
    for (int head = 0; head < filled; head++) {
      BitSet next = (BitSet) neighbours[queue[head]].clone();
      next.andNot(reached);
      for (int node = next.nextSetBit(0); node >= 0; node = next.nextSetBit(node + 1)) {
        queue[filled++] = node;
      }
      reached.or(next);
    }
    return filled == nodes();
  }
}
