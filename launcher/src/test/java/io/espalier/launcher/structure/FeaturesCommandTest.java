package io.espalier.launcher.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.CommandRun;
import io.espalier.structure.feature.GraphFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
  @TempDir private Path directory;

  @Test
  void aFileGivesOneObjectWithAllFeatures() throws IOException {
    CommandRun run = features(file("a.txt", "0 1\n1 2\n0 2\n"));

    JsonNode object = new ObjectMapper().readTree(run.out());
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(names).isEqualTo(GraphFeatures.names());
    assertThat(object.get("layers").isIntegralNumber()).isTrue();
    assertThat(object.get("layers").asInt()).isEqualTo(3);
    assertThat(object.get("density").asDouble()).isEqualTo(0.5);
    assertThat(object.get("degree_assortativity").isNull()).isTrue();
  }

  @Test
  void graphMlGivesTheSameAsItsEdgeList() throws IOException {
    String graphMl =
        file(
            "a.graphml",
            "<graphml><graph edgedefault='undirected'><node id='0'/><node id='1'/><node id='2'/>"
                + "<edge source='0' target='1'/><edge source='2' target='1'/></graph></graphml>");

    assertThat(features(graphMl).out()).isEqualTo(features(file("a.txt", "0 1\n1 2\n")).out());
  }

  @Test
  void severalFilesGiveALineEach() throws IOException {
    String a = file("a.txt", "0 1\n");
    String b = file("b.txt", "0 1\n1 2\n");

    List<String> lines = features(a, b).out().lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(new ObjectMapper().readTree(lines.get(0)).get("file").asText()).isEqualTo(a);
    assertThat(new ObjectMapper().readTree(lines.get(1)).get("edges").asInt()).isEqualTo(2);
  }

  @Test
  void oneBadFileAmongGoodOnesPrintsNothing() throws IOException {
    String good = file("good.txt", "0 1\n");
    String bad = file("bad.txt", "0 1\none two\n3\n");

    CommandRun run = features(good, bad, directory.resolve("none").toString());

    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().map(line -> line.substring(directory.toString().length())))
        .containsExactly(
            "/bad.txt: line 2: 'one' is no node, allowed: 0 to 2147483647",
            "/bad.txt: line 2: 'two' is no node, allowed: 0 to 2147483647",
            "/bad.txt: line 3: '3' is no edge, allowed: two nodes",
            "/none: there is no such file");
  }

  @Test
  void repeatedEdgesAreToldBesideTheResult() throws IOException {
    CommandRun run = features(file("a.txt", "0 1\n1 0\n"));

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("edges that are named again count once: 1");
    assertThat(new ObjectMapper().readTree(run.out()).get("edges").asInt()).isEqualTo(1);
  }

  @Test
  void twoFilesAreCompared() throws IOException {
    String a = file("a.txt", "0 1\n1 2\n0 2\n");
    String b = file("b.txt", "0 1\n1 3\n");

    CommandRun run = features(a, "--compare", b);

    JsonNode object = new ObjectMapper().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(object.get("nodes_added").toString()).isEqualTo("[\"3\"]");
    assertThat(object.get("edges_added").toString()).isEqualTo("[[\"1\",\"3\"]]");
    assertThat(object.get("edges_removed").toString()).isEqualTo("[[\"0\",\"2\"],[\"1\",\"2\"]]");
    assertThat(object.get("jaccard").asDouble()).isEqualTo(0.25);
    assertThat(object.get("feature_deltas").get("triangles").toString()).isEqualTo("-1");
  }

  @Test
  void comparisonTakesOneFileAndBothMustBeGood() throws IOException {
    String a = file("a.txt", "0 1\n");

    assertThat(features(a, a, "--compare", a).code()).isEqualTo(ExitCode.REFUSED);
    CommandRun bad = features(a, "--compare", directory.resolve("none").toString());
    assertThat(bad.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err()).contains("there is no such file");
  }

  @Test
  void withoutAFileTheUsageIsShown() {
    CommandRun run = features();

    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("Usage: espalier features");
  }

  private static CommandRun features(String... args) {
    List<String> all = new ArrayList<>(List.of("features"));
    all.addAll(List.of(args));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
