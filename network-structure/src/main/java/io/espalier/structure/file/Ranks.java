package io.espalier.structure.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of nodes: the position of each in a list. */
final class Ranks<N> {
  private final Map<N, Integer> ranks = new HashMap<>();

  Ranks(List<N> nodes) {
    nodes.forEach(node -> ranks.put(node, ranks.size()));
  }

  int of(N node) {
    return ranks.get(node);
  }
}
