package io.espalier.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.Architecture.FeedForward;
import java.util.Arrays;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.GraphMetrics;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkShapeTest {

  @ParameterizedTest
  @ValueSource(strings = {"2-3", "4-3-2", "5-1-6-2", "3-3-3-3-1", "1-1"})
  void closedFormsEqualWhatTheGraphSays(String label) {
    Graph<Integer, DefaultEdge> graph = LayeredGraph.of(architecture(label));

    NetworkShape shape = NetworkShape.of(architecture(label));

    assertThat(shape.weights()).isEqualTo(graph.edgeSet().size());
    assertThat(shape.inputs())
        .isEqualTo((int) graph.vertexSet().stream().filter(n -> graph.inDegreeOf(n) == 0).count());
    assertThat(shape.classes())
        .isEqualTo((int) graph.vertexSet().stream().filter(n -> graph.outDegreeOf(n) == 0).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-2-2", "2-2-2-2"})
  void thereIsOneLayerMoreThanStepsAcrossTheGraph(String label) {
    FeedForward architecture = architecture(label);

    double diameter =
        GraphMetrics.getDiameter(new AsUndirectedGraph<>(LayeredGraph.of(architecture)));

    assertThat((double) NetworkShape.of(architecture).layers()).isEqualTo(diameter + 1);
  }

  @Test
  void hiddenLayersAreThoseBetweenInputsAndClasses() {
    assertThat(NetworkShape.of(architecture("784-300-100-10")))
        .isEqualTo(new NetworkShape(4, 266_200, 784, 300, 100, 10));
    assertThat(NetworkShape.of(architecture("784-10")))
        .isEqualTo(new NetworkShape(2, 7_840, 784, 0, 0, 10));
  }

  private static FeedForward architecture(String label) {
    List<Integer> widths = Arrays.stream(label.split("-", -1)).map(Integer::valueOf).toList();
    return new FeedForward(widths);
  }
}
