package io.espalier.structure.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.espalier.plan.Dag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features of graphs that {@code networkx/generate.py} measured with networkx. */
class NetworkxTest {

  static List<JsonNode> graphs() throws IOException {
    try (InputStream lines = NetworkxTest.class.getResourceAsStream("/networkx/graphs.jsonl")) {
      return new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(lines).readAll();
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void featuresEqualThoseOfNetworkx(JsonNode graph) {
    GraphFeatures features = GraphFeatures.of(dag(graph));
    JsonNode expected = graph.get("features");

    SoftAssertions all = new SoftAssertions();
    features
        .asMap()
        .forEach(
            (name, value) -> {
              if (expected.get(name).isNull()) {
                all.assertThat(value).as(name).isNull();
              } else {
                all.assertThat(value).as(name).isNotNull();
                double wanted = expected.get(name).doubleValue();
                all.assertThat(value == null ? Double.NaN : value.doubleValue())
                    .as(name)
                    .isCloseTo(wanted, within(1e-9));
              }
            });
    all.assertAll();
    assertThat(expected.size()).isEqualTo(features.asMap().size());
  }

  @Test
  void thereAreSixtyGraphsAndMoreOfAllPriorsAndSizes() throws IOException {
    List<JsonNode> graphs = graphs();

    assertThat(graphs).hasSizeGreaterThan(60);
    assertThat(graphs.stream().map(g -> g.get("prior").asText()).collect(Collectors.toSet()))
        .contains(
            "erdos-renyi",
            "watts-strogatz",
            "newman-watts-strogatz",
            "barabasi-albert",
            "layered-random",
            "layered-complete");
    assertThat(graphs.stream().map(g -> g.get("nodes").asInt())).contains(10, 25, 50, 100, 200);
    assertThat(graphs).anyMatch(g -> g.get("features").get("components").asInt() > 1);
  }

  static Dag dag(JsonNode graph) {
    List<Dag.Edge> edges = new ArrayList<>();
    try (Scanner numbers = new Scanner(graph.get("edges").asText())) {
      while (numbers.hasNextInt()) {
        edges.add(new Dag.Edge(numbers.nextInt(), numbers.nextInt()));
      }
    }
    return new Dag(graph.get("nodes").asInt(), edges);
  }
}
