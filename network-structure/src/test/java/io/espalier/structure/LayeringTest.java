package io.espalier.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.structure.Layering.Block;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayeringTest {

  @Test
  void aNodeLiesAsDeepAsItsLongestPath() {
    Dag dag = dag(6, edge(0, 1), edge(1, 3), edge(0, 3), edge(2, 3), edge(3, 4), edge(2, 4));

    Layering layering = Layering.of(dag);

    assertThat(layering.layers())
        .containsExactly(List.of(0, 2, 5), List.of(1), List.of(3), List.of(4));
  }

  @Test
  void blocksComeFromTheNearestLayerFirst() {
    Dag dag = dag(5, edge(0, 2), edge(2, 3), edge(3, 4), edge(0, 4), edge(1, 4), edge(2, 4));

    Layering layering = Layering.of(dag);

    assertThat(layering.blocks(0)).isEmpty();
    assertThat(layering.blocks(3))
        .containsExactly(
            new Block(2, List.of(edge(3, 4))),
            new Block(1, List.of(edge(2, 4))),
            new Block(0, List.of(edge(0, 4), edge(1, 4))));
  }

  static List<Dag> randomGraphs() {
    SplittableRandom random = new SplittableRandom(42);
    return IntStream.range(0, 200).mapToObj(i -> RandomDags.next(random)).toList();
  }

  @ParameterizedTest
  @MethodSource("randomGraphs")
  void layersHoldEachNodeOnceAndBlocksEachEdgeOnce(Dag dag) {
    Layering layering = Layering.of(dag);

    assertThat(layering.layers().stream().flatMap(List::stream)).hasSize(dag.nodes());
    for (int layer = 0; layer < layering.layers().size(); layer++) {
      List<Integer> nodes = layering.layers().get(layer);
      assertThat(nodes).isNotEmpty().isSorted();
      for (int node : nodes) {
        assertThat(layering.layerOf(node)).isEqualTo(layer);
      }
    }
    assertThat(allBlocks(layering).stream().flatMap(block -> block.edges().stream()))
        .containsExactlyInAnyOrderElementsOf(dag.edges());
  }

  @ParameterizedTest
  @MethodSource("randomGraphs")
  void edgesLeadDownAndEachNodeHasASourceInTheLayerBefore(Dag dag) {
    Layering layering = Layering.of(dag);

    for (int layer = 1; layer < layering.layers().size(); layer++) {
      List<Block> blocks = layering.blocks(layer);
      assertThat(blocks.get(0).source()).isEqualTo(layer - 1);
      assertThat(blocks.get(0).edges().stream().map(Edge::to).distinct())
          .containsExactlyElementsOf(layering.layers().get(layer));
      assertThat(blocks).isSortedAccordingTo(Comparator.comparingInt(Block::source).reversed());
      for (Block block : blocks) {
        for (Edge edge : block.edges()) {
          assertThat(layering.layerOf(edge.to())).isEqualTo(layer);
          assertThat(layering.layerOf(edge.from())).isEqualTo(block.source()).isLessThan(layer);
        }
        assertThat(block.edges())
            .isSortedAccordingTo(Comparator.comparingInt(Edge::to).thenComparingInt(Edge::from));
      }
    }
  }

  private static List<Block> allBlocks(Layering layering) {
    return IntStream.range(0, layering.layers().size())
        .mapToObj(layering::blocks)
        .flatMap(List::stream)
        .toList();
  }

  private static Edge edge(int from, int to) {
    return new Edge(from, to);
  }

  private static Dag dag(int nodes, Edge... edges) {
    return new Dag(nodes, List.of(edges));
  }
}
