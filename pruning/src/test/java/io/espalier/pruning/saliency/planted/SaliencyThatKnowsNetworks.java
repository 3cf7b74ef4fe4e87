package io.espalier.pruning.saliency.planted;

import io.espalier.artifacts.tensors.NetworkTensors;

/** A planted violation: boundaries must reject it. */
public final class SaliencyThatKnowsNetworks {
  private SaliencyThatKnowsNetworks() {}

  public static String planted() {
    return NetworkTensors.class.getName();
  }
}
