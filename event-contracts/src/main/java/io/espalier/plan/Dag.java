package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;

/**
 * A directed acyclic graph on the nodes 0..nodes-1, every edge leading from a lower to a higher
 * number, which is why it cannot have a cycle.
 *
 * @param nodes number of nodes, 2 or more
 * @param edges without repetition, sorted by target, then by source; one or more
 */
public record Dag(int nodes, List<Edge> edges) {
  private static final Comparator<Edge> ORDER =
      Comparator.comparingInt(Edge::to).thenComparingInt(Edge::from);

  /**
   * Edges of the largest graph that a campaign names or draws: every event of a trial carries its
   * graph, and a message holds about a million bytes.
   */
  public static final int MOST_EDGES = 20_000;

  /** The smallest graph, 0 to 1: stands where a {@link GraphSample} puts its random graphs. */
  public static final Dag SINGLE_EDGE = new Dag(2, List.of(new Edge(0, 1)));

  /**
   * One connection; {@code [from, to]} on the wire.
   *
   * @param from the lower node
   * @param to the higher node
   */
  public record Edge(int from, int to) {
    public Edge {
      Require.atLeast("edge.from", from, 0);
      if (to <= from) {
        throw new IllegalArgumentException(
            "edge.to is " + to + ", allowed: a node above edge.from, which is " + from);
      }
    }

    @JsonCreator
    static Edge of(List<Integer> ends) {
      if (Require.present("edge", ends).size() != 2) {
        throw new IllegalArgumentException("edge is " + ends + ", allowed: [from, to]");
      }
      return new Edge(ends.get(0), ends.get(1));
    }

    @JsonValue
    List<Integer> ends() {
      return List.of(from, to);
    }
  }

  public Dag {
    Require.atLeast("graph.nodes", nodes, 2);
    edges = Require.nonEmpty("graph.edges", edges).stream().sorted(ORDER).toList();
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      if (edge.to() >= nodes) {
        throw new IllegalArgumentException(
            "graph.edges has " + edge.ends() + ", allowed: nodes 0 to " + (nodes - 1));
      }
      if (i > 0 && edge.equals(edges.get(i - 1))) {
        throw new IllegalArgumentException(
            "graph.edges has " + edge.ends() + " twice, allowed: each edge once");
      }
    }
  }
}
