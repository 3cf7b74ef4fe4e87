package io.espalier.structure.file;

import io.espalier.plan.Dag;
import io.espalier.structure.NamedGraph;
import io.espalier.structure.file.GraphMl.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Makes named nodes and links a directed acyclic graph.
 *
 * <p>Nodes are ordered by number if all ids are the same text followed by a number, such as {@code
 * 7} or {@code n7}, else as the file has them. Links without direction lead from the earlier to the
 * later node of this order. Links with direction keep it: nodes are then put into a topological
 * order, the earliest of those possible first, and a cycle is refused. Both kinds in one file are
 * refused. A link that is there again, without direction in either order, counts once.
 */
final class LinkedNodes {
  private final Problems problems = new Problems();
  private final List<String> names;
  private final List<Link> links;

  LinkedNodes(List<String> ids, List<Link> links) {
    this.names = NodeOrder.of(ids);
    this.links = links;
  }

  GraphFile graph() throws GraphFileRefused {
    Set<String> known = new HashSet<>(names);
    for (Link link : links) {
      for (String end : List.of(link.source(), link.target())) {
        if (!known.contains(end)) {
          problems.at(
              link.line(), "the edge names the node '%s', which is not there".formatted(end));
        }
      }
    }
    if (links.isEmpty()) {
      problems.add("it has no edges, allowed: one or more");
    } else if (links.stream().map(Link::directed).distinct().count() > 1) {
      problems.add("edges with and without direction are mixed, allowed: one of both kinds");
    }
    problems.refuseIfAny();
    return links.get(0).directed() ? directed() : undirected();
  }

  private GraphFile undirected() {
    Ranks<String> ranks = new Ranks<>(names);
    Set<Dag.Edge> edges = new LinkedHashSet<>();
    for (Link link : links) {
      int u = ranks.of(link.source());
      int v = ranks.of(link.target());
      edges.add(new Dag.Edge(Math.min(u, v), Math.max(u, v)));
    }
    return file(names, edges);
  }

  private GraphFile directed() throws GraphFileRefused {
    List<String> order = topologicalOrder();
    if (order.size() < names.size()) {
      Set<String> left = new LinkedHashSet<>(names);
      left.removeAll(new HashSet<>(order));
      throw new GraphFileRefused(
          List.of("its directed edges form a cycle, which leads through or to " + left));
    }
    Ranks<String> ranks = new Ranks<>(order);
    Set<Dag.Edge> edges = new LinkedHashSet<>();
    for (Link link : links) {
      edges.add(new Dag.Edge(ranks.of(link.source()), ranks.of(link.target())));
    }
    return file(order, edges);
  }

  /** Kahn's algorithm; leaves out what is on a cycle or behind one. */
  private List<String> topologicalOrder() {
    Ranks<String> ranks = new Ranks<>(names);
    int[] waiting = new int[names.size()];
    List<List<Integer>> successors = new ArrayList<>();
    names.forEach(name -> successors.add(new ArrayList<>()));
    for (Link link : links) {
      waiting[ranks.of(link.target())]++;
      successors.get(ranks.of(link.source())).add(ranks.of(link.target()));
    }
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int node = 0; node < waiting.length; node++) {
      if (waiting[node] == 0) {
        ready.add(node);
      }
    }
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int node = ready.remove();
      order.add(names.get(node));
      for (int next : successors.get(node)) {
        waiting[next]--;
        if (waiting[next] == 0) {
          ready.add(next);
        }
      }
    }
    return order;
  }

  private GraphFile file(List<String> order, Set<Dag.Edge> edges) {
    Dag graph = new Dag(order.size(), List.copyOf(edges));
    return new GraphFile(new NamedGraph(graph, order), links.size() - edges.size());
  }
}
