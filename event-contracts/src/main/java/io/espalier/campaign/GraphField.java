package io.espalier.campaign;

import io.espalier.plan.Architecture;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphSample;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code graph}: nodes and edges, or a prior to draw graphs from. */
final class GraphField {
  private static final int MOST_NODES = PriorField.MOST_NODES;

  private static final String PAIRS =
      "a list of 1 to " + Dag.MOST_EDGES + " pairs, such as [[0, 1]]";

  private GraphField() {}

  /** Nodes and edges; the ends of an edge may stand in either order. */
  static Optional<Dag> dag(Field field) {
    if (!field.isObject()) {
      return field.refuse("nodes and edges, or a prior");
    }
    field.onlyFields("nodes", "edges");
    Optional<Long> nodes = field.get("nodes").integer(2, MOST_NODES);
    Set<Dag.Edge> edges = new LinkedHashSet<>();
    for (Field item : field.get("edges").items(Dag.MOST_EDGES, PAIRS)) {
      edge(item, nodes.orElse((long) MOST_NODES))
          .filter(edge -> !edges.add(edge))
          .ifPresent(edge -> item.refuse("each edge once"));
    }
    return nodes.filter(n -> !edges.isEmpty()).flatMap(n -> checked(n.intValue(), edges));
  }

  private static Optional<Dag> checked(int nodes, Set<Dag.Edge> edges) {
    return edges.stream().allMatch(e -> e.to() < nodes)
        ? Optional.of(new Dag(nodes, List.copyOf(edges)))
        : Optional.empty();
  }

  private static Optional<Dag.Edge> edge(Field item, long nodes) {
    String allowed = "a pair of different nodes from 0 to " + (nodes - 1);
    if (item.node().size() != 2 || !item.node().isArray()) {
      return item.refuse(allowed);
    }
    int a = item.node().get(0).isInt() ? item.node().get(0).intValue() : -1;
    int b = item.node().get(1).isInt() ? item.node().get(1).intValue() : -1;
    return a < 0 || b < 0 || a == b || a >= nodes || b >= nodes
        ? item.refuse(allowed)
        : Optional.of(new Dag.Edge(Math.min(a, b), Math.max(a, b)));
  }

  /** Random graphs of a prior. */
  static Optional<GraphSample> sample(Field field, Architecture.OnGraph network) {
    Optional<GraphPrior> prior = PriorField.read(field);
    int count = (int) field.get("count").integer(1, 10_000, 1);
    long seed = field.get("seed").integer(0, Integer.MAX_VALUE, 1);
    return prior.map(p -> new GraphSample(p, count, seed, network));
  }
}
