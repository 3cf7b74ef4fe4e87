package io.espalier.pruning.schedule.planted;

import io.espalier.pruning.flow.Edge;

/** A planted violation: boundaries must reject it. */
public final class ScheduleThatKnowsTheEdge {
  private ScheduleThatKnowsTheEdge() {}

  public static Edge planted() {
    return new Edge();
  }
}
