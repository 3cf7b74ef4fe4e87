package io.espalier.structure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.espalier.plan.Dag.Edge;
import io.espalier.structure.NamedGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMlTest {
  @TempDir private Path directory;

  @Test
  void edgesWithoutDirectionLeadFromTheLowerToTheHigherNumber() throws Exception {
    NamedGraph graph =
        read("undirected", nodes("n10", "n2", "n1", "n9") + edge("n10", "n2") + edge("n1", "n2"));

    assertThat(graph.names()).containsExactly("n1", "n2", "n9", "n10");
    assertThat(graph.graph().edges()).containsExactly(new Edge(0, 1), new Edge(1, 3));
  }

  @Test
  void idsThatAreNoNumbersKeepTheFilesOrder() throws Exception {
    NamedGraph graph = read("undirected", nodes("out", "in", "7") + edge("in", "out"));

    assertThat(graph.names()).containsExactly("out", "in", "7");
    assertThat(graph.graph().nodes()).isEqualTo(3);
  }

  @Test
  void edgesWithDirectionKeepIt() throws Exception {
    NamedGraph graph = read("directed", nodes("0", "1", "2") + edge("2", "1") + edge("1", "0"));

    assertThat(graph.names()).containsExactly("2", "1", "0");
    assertThat(graph.graph().edges()).containsExactly(new Edge(0, 1), new Edge(1, 2));
  }

  @Test
  void directionsThatFitTheNumbersChangeNothing() throws Exception {
    NamedGraph graph =
        read("directed", nodes("0", "1", "2", "3") + edge("0", "3") + edge("1", "2"));

    assertThat(graph.names()).containsExactly("0", "1", "2", "3");
  }

  @Test
  void aCycleIsRefused() {
    assertThat(refused("directed", nodes("a", "b", "c") + edge("a", "b") + edge("b", "a")))
        .containsExactly("its directed edges form a cycle, which leads through or to [a, b]");
  }

  @Test
  void mixedDirectionsAreRefused() {
    String oneWay = "<edge source='a' target='b' directed='true'/>";

    assertThat(refused("undirected", nodes("a", "b", "c") + edge("b", "c") + oneWay))
        .containsExactly("edges with and without direction are mixed, allowed: one of both kinds");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(
            refused(
                "undirected",
                "<node id='a'/>\n<node id='a'/>\n<node/>\n<edge source='a'/>\n"
                    + edge("a", "a")
                    + "\n<hyperedge/>"))
        .containsExactly(
            "line 3: the node 'a' is there since line 2",
            "line 4: the node has no id",
            "line 5: the edge has no target",
            "line 6: 'a' to itself is a self-loop, allowed: two nodes",
            "line 7: a hyperedge is not allowed");
    assertThat(refused("undirected", nodes("a") + "\n" + edge("a", "b") + "\n" + edge("c", "a")))
        .containsExactly(
            "line 3: the edge names the node 'b', which is not there",
            "line 4: the edge names the node 'c', which is not there");
  }

  @Test
  void externalEntitiesAreNeverRead() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "<node id='secret'/>");
    String text =
        "<?xml version='1.0'?><!DOCTYPE g [<!ENTITY e SYSTEM '%s'>]>%s"
            .formatted(
                secret.toUri(), graphMl("undirected", nodes("a", "b") + "&e;" + edge("a", "b")));

    assertThat(refused(text)).singleElement().asString().contains("document type declaration");
  }

  @Test
  void entitiesThatGrowAreNeverRead() {
    String text =
        "<!DOCTYPE g [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]>"
            + graphMl("undirected", "<node id='&b;'/>");

    assertThat(refused(text)).singleElement().asString().contains("document type declaration");
  }

  @Test
  void otherXmlAndBrokenXmlAreRefused() {
    assertThat(refused("<html/>")).containsExactly("it is XML without a graph, allowed: GraphML");
    assertThat(refused("<graphml><graph>"))
        .singleElement()
        .asString()
        .startsWith("line 1: the XML is malformed");
    assertThat(refused(graphMl("undirected", nodes("a", "b"))))
        .containsExactly("it has no edges, allowed: one or more");
    assertThat(refused(graphMl("undirected", "<graph/>")))
        .containsExactly("line 2: a second or nested graph is not allowed");
  }

  @Test
  void theKindOfFileIsKnownByItsTextWhateverItsName() throws Exception {
    Path file = directory.resolve("graph.txt");
    Files.writeString(file, "\n" + graphMl("undirected", nodes("a", "b") + edge("a", "b")));

    assertThat(GraphFile.read(file).graph().names()).containsExactly("a", "b");
  }

  private static NamedGraph read(String edges, String content) throws GraphFileRefused {
    return GraphMl.parse(graphMl(edges, content)).graph();
  }

  private static List<String> refused(String edges, String content) {
    return refused(graphMl(edges, content));
  }

  private static List<String> refused(String text) {
    return catchThrowableOfType(GraphFileRefused.class, () -> GraphMl.parse(text)).problems();
  }

  private static String graphMl(String edges, String content) {
    return "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='k' for='node'/>"
        + "<graph edgedefault='%s'>\n%s</graph></graphml>".formatted(edges, content);
  }

  private static String nodes(String... ids) {
    return String.join("", Arrays.stream(ids).map("<node id='%s'/>"::formatted).toList());
  }

  private static String edge(String source, String target) {
    return "<edge source='%s' target='%s'><data key='k'>x</data></edge>".formatted(source, target);
  }
}
