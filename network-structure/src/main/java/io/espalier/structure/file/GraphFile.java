package io.espalier.structure.file;

import io.espalier.plan.Require;
import io.espalier.structure.NamedGraph;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a file says about a graph.
 *
 * @param graph its graph, with the file's names of the nodes
 * @param repeatedEdges edges that the file names once more, in either direction; they count once
 */
public record GraphFile(NamedGraph graph, int repeatedEdges) {
  public GraphFile {
    Require.present("graph", graph);
    Require.atLeast("repeatedEdges", repeatedEdges, 0);
  }

  /**
   * Reads a file: GraphML if its name ends in {@code .graphml} or {@code .xml} or its text begins
   * with an angle bracket, else an edge list.
   *
   * @throws GraphFileRefused with all problems, if there is one
   */
  public static GraphFile read(Path file) throws GraphFileRefused {
    String text = text(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean xml =
        name.endsWith(".graphml") || name.endsWith(".xml") || text.stripLeading().startsWith("<");
    return xml ? GraphMl.parse(text) : EdgeList.parse(text);
  }

  private static String text(Path file) throws GraphFileRefused {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new GraphFileRefused(List.of("there is no such file"), e);
    } catch (CharacterCodingException e) {
      throw new GraphFileRefused(List.of("it is not text in UTF-8"), e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a directory" : "cannot be read: " + e;
      throw new GraphFileRefused(List.of(reason), e);
    }
  }
}
