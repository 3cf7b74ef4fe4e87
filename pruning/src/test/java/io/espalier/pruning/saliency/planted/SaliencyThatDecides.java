package io.espalier.pruning.saliency.planted;

import io.espalier.pruning.selection.Selection;

/** A planted violation: boundaries must reject it. */
public final class SaliencyThatDecides {
  private SaliencyThatDecides() {}

  public static String planted() {
    return Selection.class.getName();
  }
}
