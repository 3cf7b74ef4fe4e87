package io.espalier.trainer.training;

import io.espalier.campaign.DatasetShape;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import java.util.Optional;

/** Whether a network can be trained on a dataset, told from their shapes alone. */
final class Fit {

  private Fit() {}

  /** What does not fit, naming both sides; empty if everything does. */
  static Optional<String> mismatch(Architecture architecture, DatasetShape dataset) {
    FeedForward network = (FeedForward) architecture;
    if (dataset.isSequence()) {
      return Optional.of(
          "architecture "
              + network.label()
              + " takes vectors, dataset "
              + dataset.name()
              + " has sequences");
    }
    int inputs = network.widths().get(0);
    int classes = network.widths().get(network.widths().size() - 1);
    return inputs == dataset.inputs() && classes == dataset.classes()
        ? Optional.empty()
        : Optional.of(
            "architecture "
                + network.label()
                + " takes "
                + inputs
                + " inputs and tells "
                + classes
                + " classes apart, dataset "
                + dataset.name()
                + " has "
                + dataset.inputs()
                + " inputs and "
                + dataset.classes()
                + " classes");
  }
}
