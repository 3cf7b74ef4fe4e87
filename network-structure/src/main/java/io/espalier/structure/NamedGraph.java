package io.espalier.structure;

import io.espalier.plan.Dag;
import io.espalier.plan.Require;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A graph whose nodes have names from elsewhere, such as a file.
 *
 * @param graph the graph
 * @param names one per node, each different, in the order of the nodes' numbers
 */
public record NamedGraph(Dag graph, List<String> names) {
  public NamedGraph {
    Require.present("graph", graph);
    names = Require.list("names", names);
    if (names.size() != graph.nodes() || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "names are %d, %d of them different, allowed: one per node, %d"
              .formatted(names.size(), new HashSet<>(names).size(), graph.nodes()));
    }
  }

  /** The graph with its nodes' numbers as names. */
  public static NamedGraph numbered(Dag graph) {
    return new NamedGraph(
        graph, IntStream.range(0, graph.nodes()).mapToObj(String::valueOf).toList());
  }
}
