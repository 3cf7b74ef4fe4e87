package io.espalier.structure.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.Architecture;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphPrior.Amount;
import io.espalier.plan.GraphPrior.Range;
import io.espalier.plan.GraphSample;
import io.espalier.structure.Layering;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphGeneratorTest {

  static List<GraphPrior> priors() {
    return List.of(
        new GraphPrior.ErdosRenyi(new Range(10, 50), 0.2),
        new GraphPrior.WattsStrogatz(new Range(10, 50), new Amount(5, true), 1),
        new GraphPrior.NewmanWattsStrogatz(new Range(10, 50), new Amount(3, false), 0.5),
        new GraphPrior.BarabasiAlbert(new Range(10, 50), new Amount(10, true)),
        new GraphPrior.LayeredRandom(List.of(4, 6, 5, 2), 0.3),
        new GraphPrior.LayeredComplete(List.of(4, 6, 5, 2)));
  }

  @ParameterizedTest
  @MethodSource("priors")
  void theSameSeedGivesTheSameGraph(GraphPrior prior) {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(GraphGenerator.generate(prior, seed))
          .isEqualTo(GraphGenerator.generate(prior, seed));
    }
  }

  @ParameterizedTest
  @MethodSource("priors")
  void seedsGiveDifferentGraphsUnlessThePriorHasOnlyOne(GraphPrior prior) {
    long graphs =
        seeds(20).mapToObj(seed -> GraphGenerator.generate(prior, seed)).distinct().count();

    assertThat(graphs).isEqualTo(prior instanceof GraphPrior.LayeredComplete ? 1 : 20);
  }

  static List<GraphPrior> priorsWithTooManyEdges() {
    Range nodes = fixed(10_000);
    Amount half = new Amount(2, true);
    return List.of(
        new GraphPrior.ErdosRenyi(nodes, 0.5),
        new GraphPrior.WattsStrogatz(nodes, half, 1),
        new GraphPrior.NewmanWattsStrogatz(nodes, half, 0.5),
        new GraphPrior.NewmanWattsStrogatz(nodes, new Amount(4, false), 1),
        new GraphPrior.BarabasiAlbert(nodes, half),
        new GraphPrior.LayeredRandom(List.of(5_000, 5_000), 0.5),
        new GraphPrior.LayeredComplete(List.of(5_000, 5_000)));
  }

  @ParameterizedTest
  @MethodSource("priorsWithTooManyEdges")
  void aGraphOfTooManyEdgesIsGivenUpWhileItIsDrawn(GraphPrior prior) {
    assertThatThrownBy(() -> GraphGenerator.generate(prior, 0))
        .isInstanceOf(UndrawableGraph.class)
        .hasMessageContaining("at most 20000");
  }

  @Test
  void aGraphMayHaveAsManyEdgesAsAreAllowed() {
    assertThat(
            List.of(
                new GraphPrior.WattsStrogatz(fixed(10_000), new Amount(4, false), 0.1),
                new GraphPrior.BarabasiAlbert(fixed(300), new Amount(100, false)),
                new GraphPrior.LayeredComplete(List.of(100, 200))))
        .allSatisfy(
            prior -> assertThat(GraphGenerator.generate(prior, 0).edges()).hasSize(Dag.MOST_EDGES));
  }

  @Test
  void aGraphOfASampleDoesNotDependOnTheNumberOfGraphs() {
    Architecture network = new Architecture.GraphFeedForward(4, Dag.SINGLE_EDGE, 2);
    GraphSample few = new GraphSample(priors().get(0), 3, 11, network);
    GraphSample many = new GraphSample(priors().get(0), 50, 11, network);

    assertThat(IntStream.range(0, 3).mapToObj(i -> GraphGenerator.generate(few, i)))
        .containsExactlyElementsOf(
            IntStream.range(0, 3).mapToObj(i -> GraphGenerator.generate(many, i)).toList());
    assertThat(IntStream.range(0, 50).mapToObj(i -> GraphGenerator.generate(many, i)))
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> GraphGenerator.generate(few, 3))
        .hasMessage("index is 3, allowed: 0 to 2");
  }

  @Test
  void theNumberOfNodesCoversItsRangeWithBothEnds() {
    GraphPrior prior = new GraphPrior.BarabasiAlbert(new Range(10, 13), new Amount(2, false));

    assertThat(seeds(100).mapToObj(seed -> GraphGenerator.generate(prior, seed).nodes()).distinct())
        .containsExactlyInAnyOrder(10, 11, 12, 13);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "10, 1", "10, 3", "50, 5", "50, 49"})
  void barabasiAlbertGrowsFromAStarWithASourceForEachAttachment(int nodes, int attachments) {
    for (long seed = 0; seed < 20; seed++) {
      Dag dag =
          GraphGenerator.generate(
              new GraphPrior.BarabasiAlbert(fixed(nodes), new Amount(attachments, false)), seed);

      assertThat(dag.edges()).hasSize((nodes - attachments) * attachments);
      for (int node = 0; node < nodes; node++) {
        int sources = node < attachments ? 0 : attachments;
        assertThat(incoming(dag, node)).as("sources of %d", node).isEqualTo(sources);
      }
    }
  }

  @Test
  void barabasiAlbertPrefersNodesWithManyEdges() {
    GraphPrior prior = new GraphPrior.BarabasiAlbert(fixed(200), new Amount(2, false));
    double meanGreatest =
        seeds(20)
            .mapToObj(seed -> GraphGenerator.generate(prior, seed))
            .mapToLong(
                dag -> IntStream.range(0, 200).mapToLong(n -> degree(dag, n)).max().orElse(0))
            .average()
            .orElseThrow();

    // A graph of as many edges whose ends are drawn evenly has a greatest degree of about 11.
    assertThat(meanGreatest).isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({"10, 2", "10, 3", "20, 4", "31, 7", "50, 10"})
  void wattsStrogatzIsConnectedAndKeepsTheEdgesOfItsRing(int nodes, int neighbours) {
    for (double rewiring : new double[] {0, 0.3, 1}) {
      GraphPrior prior =
          new GraphPrior.WattsStrogatz(fixed(nodes), new Amount(neighbours, false), rewiring);
      for (long seed = 0; seed < 10; seed++) {
        Dag dag = GraphGenerator.generate(prior, seed);

        assertThat(dag.edges()).hasSize(nodes * (neighbours / 2));
        assertThat(connected(dag)).isTrue();
      }
    }
  }

  @Test
  void withoutRewiringWattsStrogatzIsTheRing() {
    Dag dag =
        GraphGenerator.generate(new GraphPrior.WattsStrogatz(fixed(5), new Amount(3, false), 0), 1);

    assertThat(dag.edges())
        .containsExactly(edge(0, 1), edge(1, 2), edge(2, 3), edge(0, 4), edge(3, 4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1})
  void withAsManyNeighboursAsNodesBothSmallWorldsAreComplete(double probability) {
    Range nodes = fixed(7);
    Amount neighbours = new Amount(7, false);

    assertThat(
            List.of(
                GraphGenerator.generate(
                    new GraphPrior.WattsStrogatz(nodes, neighbours, probability), 3),
                GraphGenerator.generate(
                    new GraphPrior.NewmanWattsStrogatz(nodes, neighbours, probability), 3)))
        .allSatisfy(dag -> assertThat(dag.edges()).hasSize(21));
  }

  @Test
  void aWattsStrogatzPriorThatIsNeverConnectedIsRefused() {
    GraphPrior prior = new GraphPrior.WattsStrogatz(fixed(10), new Amount(1, false), 0.5);

    assertThatThrownBy(() -> GraphGenerator.generate(prior, 0))
        .isInstanceOf(UndrawableGraph.class)
        .hasMessageContaining("nodes 10, neighbours 1 and rewiring 0.5");
  }

  @Test
  void newmanWattsStrogatzKeepsTheRingAndAddsShortcuts() {
    Dag ring = newmanWattsStrogatz(0);
    double added =
        seeds(200)
            .mapToInt(s -> newmanWattsStrogatz(0.5, s).edges().size() - 60)
            .average()
            .orElse(0);

    assertThat(ring.edges()).hasSize(60);
    for (long seed = 0; seed < 20; seed++) {
      assertThat(newmanWattsStrogatz(0.5, seed).edges()).containsAll(ring.edges());
    }
    assertThat(newmanWattsStrogatz(1).edges()).hasSize(120);
    assertThat(added).isCloseTo(30, within(1.5));
  }

  @Test
  void erdosRenyiDrawsEachPairWithItsProbability() {
    GraphPrior prior = new GraphPrior.ErdosRenyi(fixed(40), 0.3);
    double edges =
        seeds(200)
            .mapToInt(seed -> GraphGenerator.generate(prior, seed).edges().size())
            .average()
            .orElse(0);

    assertThat(edges).isCloseTo(0.3 * 780, within(4.0));
    assertThat(GraphGenerator.generate(new GraphPrior.ErdosRenyi(fixed(9), 1), 0).edges())
        .hasSize(36);
  }

  @Test
  void aGraphWithoutEdgesIsRefused() {
    assertThatThrownBy(() -> GraphGenerator.generate(new GraphPrior.ErdosRenyi(fixed(10), 0), 0))
        .isInstanceOf(UndrawableGraph.class)
        .hasMessageContaining("10 nodes has no edge");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 1})
  void layeredGraphsHaveTheLayersThatWereAskedFor(double probability) {
    List<Integer> widths = List.of(3, 7, 1, 5);
    for (long seed = 0; seed < 50; seed++) {
      Dag dag = GraphGenerator.generate(new GraphPrior.LayeredRandom(widths, probability), seed);

      assertThat(Layering.of(dag).layers().stream().map(List::size)).isEqualTo(widths);
    }
  }

  @Test
  void theCompleteLayeredGraphIsADenseNetwork() {
    Dag dag = GraphGenerator.generate(new GraphPrior.LayeredComplete(List.of(2, 3, 1)), 0);

    assertThat(dag.edges())
        .containsExactlyInAnyOrder(
            edge(0, 2),
            edge(0, 3),
            edge(0, 4),
            edge(1, 2),
            edge(1, 3),
            edge(1, 4),
            edge(2, 5),
            edge(3, 5),
            edge(4, 5));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "5, 9"})
  void moreAttachmentsThanOtherNodesAreRefused(int nodes, int attachments) {
    GraphPrior prior = new GraphPrior.BarabasiAlbert(fixed(nodes), new Amount(attachments, false));

    assertThatThrownBy(() -> GraphGenerator.generate(prior, 0))
        .hasMessage("attachments is " + attachments + ", allowed: 1 to 4");
  }

  private static Dag newmanWattsStrogatz(double shortcuts) {
    return newmanWattsStrogatz(shortcuts, 7);
  }

  private static Dag newmanWattsStrogatz(double shortcuts, long seed) {
    return GraphGenerator.generate(
        new GraphPrior.NewmanWattsStrogatz(fixed(30), new Amount(5, false), shortcuts), seed);
  }

  private static LongStream seeds(int count) {
    return LongStream.range(0, count);
  }

  private static Range fixed(int nodes) {
    return new Range(nodes, nodes);
  }

  private static Dag.Edge edge(int from, int to) {
    return new Dag.Edge(from, to);
  }

  private static long incoming(Dag dag, int node) {
    return dag.edges().stream().filter(edge -> edge.to() == node).count();
  }

  private static long degree(Dag dag, int node) {
    return dag.edges().stream().filter(e -> e.to() == node || e.from() == node).count();
  }

  private static boolean connected(Dag dag) {
    Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    IntStream.range(0, dag.nodes()).forEach(graph::addVertex);
    dag.edges().forEach(edge -> Graphs.addEdgeWithVertices(graph, edge.from(), edge.to()));
    return new ConnectivityInspector<>(graph).isConnected();
  }
}
