package io.espalier.structure.comparison;

import io.espalier.plan.Dag;
import io.espalier.plan.Require;
import io.espalier.structure.NamedGraph;
import io.espalier.structure.feature.Feature;
import io.espalier.structure.feature.GraphFeatures;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a second structure differs from a first. Nodes are the same if their names are; an edge is
 * the same if it leads from the same to the same node.
 *
 * @param addedNodes names of nodes that only the second has, in its order
 * @param removedNodes names of nodes that only the first has, in its order
 * @param commonEdges number of edges that both have
 * @param addedEdges edges that only the second has, in its order
 * @param removedEdges edges that only the first has, in its order
 * @param jaccard common edges / edges that one or both have, 0..1
 * @param overlap common edges / edges of the one that has fewer, 0..1
 * @param degreeDistance Wasserstein distance of the two degree distributions: by how much a node's
 *     degree has to change, on average, to turn one into the other
 * @param featureDeltas each feature of the second less that of the first; absent where one of them
 *     is not defined
 */
public record StructureComparison(
    List<String> addedNodes,
    List<String> removedNodes,
    int commonEdges,
    List<NamedEdge> addedEdges,
    List<NamedEdge> removedEdges,
    double jaccard,
    double overlap,
    double degreeDistance,
    Map<Feature, Double> featureDeltas) {

  public StructureComparison {
    addedNodes = Require.list("addedNodes", addedNodes);
    removedNodes = Require.list("removedNodes", removedNodes);
    Require.atLeast("commonEdges", commonEdges, 0);
    addedEdges = Require.list("addedEdges", addedEdges);
    removedEdges = Require.list("removedEdges", removedEdges);
    Require.within("jaccard", jaccard, 0, 1);
    Require.within("overlap", overlap, 0, 1);
    Require.finiteNonNegative("degreeDistance", degreeDistance);
    featureDeltas =
        Collections.unmodifiableMap(new EnumMap<>(Require.present("featureDeltas", featureDeltas)));
  }

  /**
   * An edge by the names of its nodes.
   *
   * @param from where it begins
   * @param to where it ends
   */
  public record NamedEdge(String from, String to) {
    public NamedEdge {
      Require.present("edge.from", from);
      Require.present("edge.to", to);
    }
  }

  /** Compares two structures by the numbers of their nodes; see the other. */
  public static StructureComparison of(Dag first, Dag second) {
    return of(NamedGraph.numbered(first), NamedGraph.numbered(second));
  }

  /** Compares two structures; takes as long as measuring their features. */
  public static StructureComparison of(NamedGraph first, NamedGraph second) {
    Set<NamedEdge> before = edges(first);
    Set<NamedEdge> after = edges(second);
    List<NamedEdge> removed = less(before, after);
    List<NamedEdge> added = less(after, before);
    int common = before.size() - removed.size();
    return new StructureComparison(
        less(new LinkedHashSet<>(second.names()), new LinkedHashSet<>(first.names())),
        less(new LinkedHashSet<>(first.names()), new LinkedHashSet<>(second.names())),
        common,
        added,
        removed,
        common / (double) (common + added.size() + removed.size()),
        common / (double) Math.min(before.size(), after.size()),
        DegreeDistribution.of(first.graph()).distanceTo(DegreeDistribution.of(second.graph())),
        deltas(GraphFeatures.of(first.graph()), GraphFeatures.of(second.graph())));
  }

  private static Set<NamedEdge> edges(NamedGraph named) {
    Set<NamedEdge> edges = new LinkedHashSet<>();
    for (Dag.Edge edge : named.graph().edges()) {
      edges.add(new NamedEdge(named.names().get(edge.from()), named.names().get(edge.to())));
    }
    return edges;
  }

  private static <T> List<T> less(Set<T> all, Set<T> without) {
    return all.stream().filter(one -> !without.contains(one)).toList();
  }

  private static Map<Feature, Double> deltas(GraphFeatures first, GraphFeatures second) {
    Map<Feature, Double> deltas = new EnumMap<>(Feature.class);
    first
        .defined()
        .forEach(
            (feature, value) ->
                second.value(feature).ifPresent(other -> deltas.put(feature, other - value)));
    return deltas;
  }
}
