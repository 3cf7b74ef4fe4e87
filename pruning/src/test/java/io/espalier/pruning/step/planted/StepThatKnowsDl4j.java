package io.espalier.pruning.step.planted;

import io.espalier.networks.dl4j.Dl4jTrainer;

/** A planted violation: boundaries must reject it. */
public final class StepThatKnowsDl4j {
  private StepThatKnowsDl4j() {}

  public static Dl4jTrainer planted() {
    return new Dl4jTrainer();
  }
}
