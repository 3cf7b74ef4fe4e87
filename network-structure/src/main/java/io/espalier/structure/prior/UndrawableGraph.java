package io.espalier.structure.prior;

import io.espalier.plan.Dag;

/**
 * A prior gave no graph that a network can be built from: its graphs are too sparse or too large.
 */
public final class UndrawableGraph extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private UndrawableGraph(String message) {
    super(message);
  }

  static UndrawableGraph unconnected(int nodes, int neighbours, double rewiring, int tries) {
    return new UndrawableGraph(
        "none of %d Watts-Strogatz graphs with nodes %d, neighbours %d and rewiring %s is connected; more neighbours help"
            .formatted(tries, nodes, neighbours, rewiring));
  }

  static UndrawableGraph manyEdges() {
    return new UndrawableGraph(
        "the graph has more edges than allowed: at most %d".formatted(Dag.MOST_EDGES));
  }

  static UndrawableGraph edgeless(int nodes) {
    return new UndrawableGraph(
        "the graph of %d nodes has no edge, allowed: one or more; a higher probability helps"
            .formatted(nodes));
  }
}
