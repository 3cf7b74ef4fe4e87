package io.espalier.pruning.evidence;

import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;

/** Parts of a dataset that saliencies may look at. */
public enum Part {
  TRAINING("training"),
  VALIDATION("validation");

  private final String label;

  Part(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  Samples of(Dataset dataset) {
    return this == TRAINING ? dataset.training() : dataset.validation();
  }
}
