package io.espalier.structure.file;

import io.espalier.plan.Dag;
import io.espalier.structure.NamedGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads edge lists: on each line two node numbers with white space between them.
 *
 * <ul>
 *   <li>A {@code #} begins a comment, blank lines are passed over, and so is what networkx writes
 *       behind an edge in braces.
 *   <li>Numbers are 0 to 2147483647 and need not be contiguous: nodes are those that an edge names,
 *       in the order of their numbers.
 *   <li>An edge has no direction; it leads from the lower to the higher number. One that is named
 *       again, in either order, counts once. A self-loop is refused.
 * </ul>
 */
final class EdgeList {
  private static final Pattern NUMBER = Pattern.compile("0*[0-9]{1,10}");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern COMMENT = Pattern.compile("#.*");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{.*}\\s*$");

  private final Problems problems = new Problems();
  private final Set<List<Integer>> edges = new LinkedHashSet<>();
  private int repeated;

  private EdgeList() {}

  /** Reads a text; O(lines log nodes). */
  static GraphFile parse(String text) throws GraphFileRefused {
    EdgeList list = new EdgeList();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      list.read(++number, line);
    }
    list.problems.refuseIfAny();
    return list.graph();
  }

  private void read(int line, String text) {
    String uncommented = COMMENT.matcher(text).replaceFirst("");
    String content = ATTRIBUTES.matcher(uncommented).replaceFirst("").strip();
    if (content.isEmpty()) {
      return;
    }
    String[] fields = WHITE_SPACE.split(content, -1);
    if (fields.length != 2) {
      problems.at(line, "'%s' is no edge, allowed: two nodes".formatted(content));
      return;
    }
    List<Integer> ends = new ArrayList<>();
    for (String field : fields) {
      node(field, line, ends);
    }
    if (ends.size() == 2) {
      add(line, ends.get(0), ends.get(1));
    }
  }

  private void node(String field, int line, List<Integer> ends) {
    if (NUMBER.matcher(field).matches() && Long.parseLong(field) <= Integer.MAX_VALUE) {
      ends.add(Integer.valueOf(field));
    } else {
      problems.at(line, "'%s' is no node, allowed: 0 to %d".formatted(field, Integer.MAX_VALUE));
    }
  }

  private void add(int line, int u, int v) {
    if (u == v) {
      problems.at(line, "%d %d is a self-loop, allowed: two different nodes".formatted(u, v));
    } else if (!edges.add(List.of(Math.min(u, v), Math.max(u, v)))) {
      repeated++;
    }
  }

  private GraphFile graph() throws GraphFileRefused {
    if (edges.isEmpty()) {
      throw new GraphFileRefused(List.of("it has no edges, allowed: one line 'u v' or more"));
    }
    TreeSet<Integer> nodes = new TreeSet<>();
    edges.forEach(nodes::addAll);
    Ranks<Integer> ranks = new Ranks<>(List.copyOf(nodes));
    Dag graph =
        new Dag(
            nodes.size(),
            edges.stream().map(e -> new Dag.Edge(ranks.of(e.get(0)), ranks.of(e.get(1)))).toList());
    return new GraphFile(
        new NamedGraph(graph, nodes.stream().map(String::valueOf).toList()), repeated);
  }
}
