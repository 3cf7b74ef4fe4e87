package io.espalier.structure.file;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, as far as it has been read. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void at(int line, String problem) {
    found.add("line " + line + ": " + problem);
  }

  void add(String problem) {
    found.add(problem);
  }

  void refuseIfAny() throws GraphFileRefused {
    if (!found.isEmpty()) {
      throw new GraphFileRefused(found);
    }
  }
}
