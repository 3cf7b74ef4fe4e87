package io.espalier.predictor.proposing.planted;

import io.espalier.predictor.scoring.Scores;

/** A planted violation: boundaries must reject it. */
public final class ProposingThatKnowsScoring {
  private ProposingThatKnowsScoring() {}

  public static Scores scores() {
    return new Scores();
  }
}
