package io.espalier.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.Architecture.FeedForward;
import java.util.Arrays;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.GraphMetrics;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureFeaturesTest {

  @ParameterizedTest
  @ValueSource(strings = {"2-3", "4-3-2", "5-1-6-2", "3-3-3-3-1", "1-1"})
  void closedFormsEqualWhatTheGraphSays(String label) {
    FeedForward architecture = architecture(label);
    Graph<Integer, DefaultEdge> graph = LayeredGraph.of(architecture);

    StructureFeatures features = StructureFeatures.of(architecture);

    int nodes = graph.vertexSet().size();
    int edges = graph.edgeSet().size();
    assertThat(features.nodes()).isEqualTo(nodes);
    assertThat(features.edges()).isEqualTo(edges);
    assertThat(features.maskableWeights()).isEqualTo(edges);
    assertThat(features.sourceNodes())
        .isEqualTo(
            (double) graph.vertexSet().stream().filter(n -> graph.inDegreeOf(n) == 0).count());
    assertThat(features.sinkNodes())
        .isEqualTo(
            (double) graph.vertexSet().stream().filter(n -> graph.outDegreeOf(n) == 0).count());
    assertThat(features.density()).isEqualTo((double) edges / (nodes * (nodes - 1)));
    assertThat(features.meanDegree())
        .isEqualTo(graph.vertexSet().stream().mapToInt(graph::degreeOf).average().orElseThrow());
    assertThat(new TopologicalOrderIterator<>(graph)).toIterable().hasSize(nodes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-2-2", "2-2-2-2"})
  void thereIsOneLayerMoreThanStepsAcrossTheGraph(String label) {
    FeedForward architecture = architecture(label);

    double diameter =
        GraphMetrics.getDiameter(new AsUndirectedGraph<>(LayeredGraph.of(architecture)));

    assertThat(StructureFeatures.of(architecture).layers()).isEqualTo(diameter + 1);
  }

  @Test
  void sparsityTakesEdgesAndLeavesNodes() {
    FeedForward architecture = architecture("784-100-10");

    StructureFeatures pruned = StructureFeatures.of(architecture, 0.8);

    assertThat(pruned.edges()).isCloseTo(0.2 * 79_400, within(1e-6));
    assertThat(pruned.maskableWeights()).isEqualTo(79_400);
    assertThat(pruned.nodes()).isEqualTo(894);
    assertThat(pruned.sparsity()).isEqualTo(0.8);
  }

  @Test
  void theVectorHoldsTheComponentsInTheirOrder() throws ReflectiveOperationException {
    StructureFeatures features = StructureFeatures.of(architecture("6-4-5-3"), 0.25);
    double[] vector = features.asVector();

    var components = StructureFeatures.class.getRecordComponents();
    assertThat(StructureFeatures.names())
        .isEqualTo(Arrays.stream(components).map(c -> c.getName()).toList());
    for (int i = 0; i < components.length; i++) {
      assertThat(vector[i]).isEqualTo((double) components[i].getAccessor().invoke(features));
    }
  }

  @Test
  void aSparsityBeyondOneIsRefused() {
    assertThatThrownBy(() -> StructureFeatures.of(architecture("2-2"), 1.5))
        .hasMessageContaining("sparsity is 1.5");
  }

  private static FeedForward architecture(String label) {
    List<Integer> widths = Arrays.stream(label.split("-", -1)).map(Integer::valueOf).toList();
    return new FeedForward(widths);
  }
}
