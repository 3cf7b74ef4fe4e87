package io.espalier.pruning.selection.planted;

import io.espalier.networks.training.NetworkTrainer;

/** A planted violation: boundaries must reject it. */
public final class SelectionThatKnowsNetworks {
  private SelectionThatKnowsNetworks() {}

  public static String planted() {
    return NetworkTrainer.class.getName();
  }
}
