package io.espalier.structure.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.Dag;
import io.espalier.structure.NamedGraph;
import io.espalier.structure.RandomDags;
import io.espalier.structure.comparison.StructureComparison.NamedEdge;
import io.espalier.structure.feature.Feature;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StructureComparisonTest {

  @Test
  void aStructureEqualsItself() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 50; i++) {
      Dag dag = RandomDags.next(random);

      StructureComparison same = StructureComparison.of(dag, dag);

      assertThat(same.jaccard()).isEqualTo(1);
      assertThat(same.overlap()).isEqualTo(1);
      assertThat(same.commonEdges()).isEqualTo(dag.edges().size());
      assertThat(same.addedEdges()).isEmpty();
      assertThat(same.removedEdges()).isEmpty();
      assertThat(same.degreeDistance()).isZero();
      assertThat(same.featureDeltas().values()).containsOnly(0.0);
    }
  }

  @Test
  void theOtherWayRoundAddedAndRemovedChangePlaces() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 50; i++) {
      Dag first = RandomDags.next(random);
      Dag second = RandomDags.next(random);

      StructureComparison there = StructureComparison.of(first, second);
      StructureComparison back = StructureComparison.of(second, first);

      assertThat(back.addedEdges()).isEqualTo(there.removedEdges());
      assertThat(back.removedNodes()).isEqualTo(there.addedNodes());
      assertThat(back.jaccard()).isEqualTo(there.jaccard());
      assertThat(back.degreeDistance()).isEqualTo(there.degreeDistance());
    }
  }

  @Test
  void edgesAreToldByTheNamesOfTheirNodes() {
    NamedGraph first = graph(List.of("a", "b", "c"), edge(0, 1), edge(1, 2), edge(0, 2));
    NamedGraph second = graph(List.of("b", "c", "d"), edge(0, 1), edge(1, 2));

    StructureComparison comparison = StructureComparison.of(first, second);

    assertThat(comparison.addedNodes()).containsExactly("d");
    assertThat(comparison.removedNodes()).containsExactly("a");
    assertThat(comparison.commonEdges()).isEqualTo(1);
    assertThat(comparison.addedEdges()).containsExactly(new NamedEdge("c", "d"));
    assertThat(comparison.removedEdges())
        .containsExactly(new NamedEdge("a", "b"), new NamedEdge("a", "c"));
    assertThat(comparison.jaccard()).isEqualTo(0.25);
    assertThat(comparison.overlap()).isEqualTo(0.5);
    // Degrees 2, 2, 2 become 1, 2, 1.
    assertThat(comparison.degreeDistance()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(comparison.featureDeltas())
        .containsEntry(Feature.EDGES, -1.0)
        .containsEntry(Feature.TRIANGLES, -1.0)
        .doesNotContainKey(Feature.DEGREE_ASSORTATIVITY);
  }

  private static Dag.Edge edge(int from, int to) {
    return new Dag.Edge(from, to);
  }

  private static NamedGraph graph(List<String> names, Dag.Edge... edges) {
    return new NamedGraph(new Dag(names.size(), List.of(edges)), names);
  }
}
