package io.espalier.campaign;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code controls}: what pruned networks are compared with; all of them if it is absent. */
final class ControlsField {
  static final String DENSE = "dense-control";
  static final String RANDOM = "random";
  static final String FROM_SCRATCH = "structure-from-scratch";

  private static final List<String> ALL = List.of(DENSE, RANDOM, FROM_SCRATCH);

  private ControlsField() {}

  static List<String> read(Field field, boolean pruned) {
    if (!field.present()) {
      return pruned ? ALL : List.of();
    }
    if (field.node().isArray() && field.node().isEmpty()) {
      return List.of();
    }
    List<String> controls = new ArrayList<>();
    for (Field item :
        field.items(ALL.size(), "a list out of " + String.join(", ", ALL) + ", or []")) {
      String name = item.node().isTextual() ? item.node().textValue() : "";
      if (!ALL.contains(name) || controls.contains(name)) {
        item.refuse("each of " + String.join(", ", ALL) + " at most once");
      } else {
        controls.add(name);
      }
    }
    if (!pruned && !controls.isEmpty()) {
      field.refuse("controls only beside pruning, for they are trained as long as the pruned");
    }
    return controls;
  }
}
