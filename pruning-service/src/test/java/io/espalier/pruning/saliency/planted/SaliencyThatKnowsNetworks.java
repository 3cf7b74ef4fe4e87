package io.espalier.pruning.saliency.planted;

import io.espalier.networks.checkpoint.ParameterShapes;

/** A planted violation: boundaries must reject it. */
public final class SaliencyThatKnowsNetworks {
  private SaliencyThatKnowsNetworks() {}

  public static String planted() {
    return ParameterShapes.weight(0);
  }
}
