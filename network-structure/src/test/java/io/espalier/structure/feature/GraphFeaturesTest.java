package io.espalier.structure.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.Dag;
import io.espalier.structure.RandomDags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.GraphMetrics;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

class GraphFeaturesTest {
  private static final Dag UNCONNECTED =
      new Dag(4, List.of(new Dag.Edge(0, 1), new Dag.Edge(2, 3)));

  @Test
  void theFirstAreThoseOfThePaperUnderItsNames() {
    assertThat(GraphFeatures.names().subList(0, 23))
        .containsExactly(
            "layers",
            "nodes",
            "edges",
            "source_nodes",
            "sink_nodes",
            "diameter",
            "density",
            "average_shortest_path_length",
            "eccentricity_mean",
            "eccentricity_var",
            "eccentricity_std",
            "degree_mean",
            "degree_var",
            "degree_std",
            "closeness_mean",
            "closeness_var",
            "closeness_std",
            "nodes_betweenness_mean",
            "nodes_betweenness_var",
            "nodes_betweenness_std",
            "edge_betweenness_mean",
            "edge_betweenness_var",
            "edge_betweenness_std");
  }

  @Test
  void distancesOfAnUnconnectedGraphAreAbsent() {
    GraphFeatures features = GraphFeatures.of(UNCONNECTED);

    assertThat(features.asMap().entrySet().stream().filter(e -> e.getValue() == null))
        .extracting(entry -> entry.getKey())
        .containsExactly(
            "diameter",
            "average_shortest_path_length",
            "eccentricity_mean",
            "eccentricity_var",
            "eccentricity_std",
            "radius",
            "shortest_path_length_var",
            "degree_assortativity");
    assertThat(features.value(Feature.DIAMETER)).isEmpty();
    assertThat(features.values()[5]).isNaN();
    assertThat(features.value(Feature.COMPONENTS)).hasValue(2);
  }

  @Test
  void wholeNumbersAreWholeInTheMap() {
    assertThat(GraphFeatures.of(UNCONNECTED).asMap())
        .containsEntry("nodes", 4L)
        .containsEntry("triangles", 0L)
        .containsEntry("closeness_mean", 1 / 3.0);
  }

  @Test
  void randomGraphsHaveFiniteFeaturesInTheirBounds() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      Dag dag = RandomDags.next(random);
      GraphFeatures features = GraphFeatures.of(dag);

      assertThat(features.defined().values()).allMatch(Double::isFinite);
      assertThat(features.defined().get(Feature.CLUSTERING_MEAN)).isBetween(0.0, 1.0);
      assertThat(features.defined().get(Feature.SPECTRAL_RADIUS))
          .isBetween(2.0 * dag.edges().size() / dag.nodes() - 1e-9, degreeMax(features) + 1e-9);
      assertThat(features.defined().get(Feature.SOURCE_SINK_PATH_LENGTH_MEAN))
          .isBetween(1.0, features.defined().get(Feature.LAYERS) - 1 + 1e-9);
      assertThat(features).isEqualTo(GraphFeatures.of(dag));
    }
  }

  @Test
  void distancesEqualThoseOfJgrapht() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 100; i++) {
      Dag dag = RandomDags.next(random);
      Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
      IntStream.range(0, dag.nodes()).forEach(graph::addVertex);
      dag.edges().forEach(edge -> graph.addEdge(edge.from(), edge.to()));
      GraphFeatures features = GraphFeatures.of(dag);

      assertThat(features.value(Feature.TRIANGLES))
          .hasValue((double) GraphMetrics.getNumberOfTriangles(graph));
      if (features.value(Feature.COMPONENTS).orElseThrow() == 1) {
        assertThat(features.value(Feature.DIAMETER)).hasValue(GraphMetrics.getDiameter(graph));
        double closeness =
            new ClosenessCentrality<>(graph, false, true)
                .getScores().values().stream().collect(Collectors.averagingDouble(c -> c));
        assertThat(features.defined().get(Feature.CLOSENESS_MEAN))
            .isCloseTo(closeness, within(1e-12));
      }
    }
  }

  @Test
  void theNumberOfPathsMayExceedWhatADoubleHolds() {
    // Pairs of nodes, each pair joined completely to the next: 2 to the power of 1500 paths.
    int pairs = 1500;
    List<Dag.Edge> edges =
        IntStream.range(0, pairs - 1)
            .boxed()
            .flatMap(
                p -> IntStream.range(0, 4).mapToObj(i -> edge(2 * p + i / 2, 2 * p + 2 + i % 2)))
            .toList();

    Measured measured = new Measured();
    SourceSinkPaths.measure(Adjacency.of(new Dag(2 * pairs, edges)), measured);

    assertThat(measured.features().defined().get(Feature.SOURCE_SINK_PATHS_LOG10))
        .isCloseTo(pairs * Math.log10(2), within(1e-9));
    assertThat(measured.features().value(Feature.SOURCE_SINK_PATH_LENGTH_MEAN)).hasValue(pairs - 1);
  }

  @Test
  void theDocumentListsEachFeature() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "structure-features.md"));

    assertThat(
            document
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3))))
        .containsSubsequence(GraphFeatures.names());
  }

  private static Dag.Edge edge(int from, int to) {
    return new Dag.Edge(from, to);
  }

  private static double degreeMax(GraphFeatures features) {
    return features.defined().get(Feature.DEGREE_MAX);
  }
}
