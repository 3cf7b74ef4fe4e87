package io.espalier.pruning.selection.planted;

import io.espalier.pruning.step.Evaluation;

/** A planted violation: boundaries must reject it. */
public final class SelectionThatKnowsSteps {
  private SelectionThatKnowsSteps() {}

  public static String planted() {
    return Evaluation.class.getName();
  }
}
