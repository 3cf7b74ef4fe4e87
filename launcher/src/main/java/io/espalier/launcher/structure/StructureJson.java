package io.espalier.launcher.structure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.espalier.structure.comparison.StructureComparison;
import io.espalier.structure.comparison.StructureComparison.NamedEdge;
import io.espalier.structure.feature.Feature;
import io.espalier.structure.feature.GraphFeatures;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Structures as JSON; features that are not defined are null. */
final class StructureJson {
  private static final ObjectWriter LINE = new ObjectMapper().writer();
  private static final ObjectWriter INDENTED = LINE.withDefaultPrettyPrinter();

  private StructureJson() {}

  static String of(GraphFeatures features) {
    return text(INDENTED, features.asMap());
  }

  /** One line, for JSON Lines. */
  static String line(String file, GraphFeatures features) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file);
    line.putAll(features.asMap());
    return text(LINE, line);
  }

  static String of(StructureComparison comparison) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("nodes_added", comparison.addedNodes());
    object.put("nodes_removed", comparison.removedNodes());
    object.put("edges_common", comparison.commonEdges());
    object.put("edges_added", edges(comparison.addedEdges()));
    object.put("edges_removed", edges(comparison.removedEdges()));
    object.put("jaccard", comparison.jaccard());
    object.put("overlap", comparison.overlap());
    object.put("degree_distance", comparison.degreeDistance());
    object.put("feature_deltas", Feature.named(comparison.featureDeltas()));
    return text(INDENTED, object);
  }

  private static List<List<String>> edges(List<NamedEdge> edges) {
    return edges.stream().map(edge -> List.of(edge.from(), edge.to())).toList();
  }

  private static String text(ObjectWriter writer, Map<String, ?> object) {
    try {
      return writer.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
