package io.espalier.structure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.espalier.plan.Dag.Edge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListTest {
  @TempDir private Path directory;

  @Test
  void edgesLeadFromTheLowerToTheHigherNode() throws Exception {
    GraphFile file = EdgeList.parse("2 0\n0 1\r\n1\t 2");

    assertThat(file.graph().graph().edges())
        .containsExactly(new Edge(0, 1), new Edge(0, 2), new Edge(1, 2));
  }

  @Test
  void commentsBlankLinesAndAttributesOfNetworkxArePassedOver() throws Exception {
    GraphFile file = EdgeList.parse("# made by hand\n\n  \n0 1 {}\n1 2 {'weight': 3} # why\n");

    assertThat(file.graph().graph().edges()).containsExactly(new Edge(0, 1), new Edge(1, 2));
  }

  @Test
  void numbersNeedNotBeContiguous() throws Exception {
    GraphFile file = EdgeList.parse("10 700\n3 10\n");

    assertThat(file.graph().names()).containsExactly("3", "10", "700");
    assertThat(file.graph().graph().edges()).containsExactly(new Edge(0, 1), new Edge(1, 2));
  }

  @Test
  void aRepeatedEdgeCountsOnce() throws Exception {
    GraphFile file = EdgeList.parse("0 1\n1 0\n0 1\n1 2");

    assertThat(file.graph().graph().edges()).hasSize(2);
    assertThat(file.repeatedEdges()).isEqualTo(2);
  }

  @Test
  void allBadLinesAreToldAtOnce() {
    GraphFileRefused refused =
        refused(
            "0 1\n1\n\n1 2 3\n# fine\n-1 2\na b\n4 4\n1 2147483648\n0,1\n1 99999999999999999999");

    assertThat(refused.problems())
        .containsExactly(
            "line 2: '1' is no edge, allowed: two nodes",
            "line 4: '1 2 3' is no edge, allowed: two nodes",
            "line 6: '-1' is no node, allowed: 0 to 2147483647",
            "line 7: 'a' is no node, allowed: 0 to 2147483647",
            "line 7: 'b' is no node, allowed: 0 to 2147483647",
            "line 8: 4 4 is a self-loop, allowed: two different nodes",
            "line 9: '2147483648' is no node, allowed: 0 to 2147483647",
            "line 10: '0,1' is no edge, allowed: two nodes",
            "line 11: '99999999999999999999' is no node, allowed: 0 to 2147483647");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n"})
  void aListWithoutEdgesIsRefused(String text) {
    assertThat(refused(text).problems())
        .containsExactly("it has no edges, allowed: one line 'u v' or more");
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, 0, 1});

    assertThat(refused(binary).problems()).containsExactly("it is not text in UTF-8");
    assertThat(refused(directory.resolve("none")).problems())
        .containsExactly("there is no such file");
    assertThat(refused(directory).problems()).containsExactly("it is a directory");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws Exception {
    Path file = directory.resolve("marked.txt");
    Files.write(file, "\uFEFF0 1".getBytes(StandardCharsets.UTF_8));

    assertThat(GraphFile.read(file).graph().graph().edges()).containsExactly(new Edge(0, 1));
  }

  private static GraphFileRefused refused(String text) {
    return catchThrowableOfType(GraphFileRefused.class, () -> EdgeList.parse(text));
  }

  private static GraphFileRefused refused(Path file) {
    return catchThrowableOfType(GraphFileRefused.class, () -> GraphFile.read(file));
  }
}
