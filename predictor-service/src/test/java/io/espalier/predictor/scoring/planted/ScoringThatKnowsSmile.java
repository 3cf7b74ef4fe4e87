package io.espalier.predictor.scoring.planted;

import smile.data.formula.Formula;

/** A planted violation: boundaries must reject it. */
public final class ScoringThatKnowsSmile {
  private ScoringThatKnowsSmile() {}

  public static Formula formula() {
    return Formula.lhs("accuracy");
  }
}
