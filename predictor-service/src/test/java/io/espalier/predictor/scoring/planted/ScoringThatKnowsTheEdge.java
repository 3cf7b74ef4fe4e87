package io.espalier.predictor.scoring.planted;

import io.espalier.predictor.flow.Edge;

/** A planted violation: boundaries must reject it. */
public final class ScoringThatKnowsTheEdge {
  private ScoringThatKnowsTheEdge() {}

  public static Edge edge() {
    return new Edge();
  }
}
