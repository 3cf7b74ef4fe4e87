package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import java.util.Optional;

/**
 * A trained network as a step finds it.
 *
 * @param trained the event
 * @param checkpoint its weights
 * @param held its mask; every weight if it has none
 */
record StepInput(Trained trained, Checkpoint checkpoint, Mask held) {

  /**
   * Reads what the event refers to.
   *
   * @throws ArtifactUnreadable if a file is absent, altered or does not fit the architecture
   */
  static StepInput read(Trained trained, ArtifactStore artifacts) {
    Architecture architecture = trained.plan().architecture();
    Mask held =
        trained
            .mask()
            .map(mask -> Mask.fromBytes(artifacts.read(mask), architecture))
            .orElseGet(() -> Mask.ones(architecture));
    return new StepInput(trained, checkpoint(trained.checkpoint(), architecture, artifacts), held);
  }

  Architecture architecture() {
    return trained.plan().architecture();
  }

  /** The weights that are ranked: those of an epoch of the dense training, or the trained ones. */
  Checkpoint ranked(Optional<Integer> epoch, ArtifactStore artifacts) {
    return epoch.map(e -> checkpoint(snapshot(e), architecture(), artifacts)).orElse(checkpoint);
  }

  /**
   * The weights after an epoch of the dense training.
   *
   * @throws ArtifactUnreadable if they were not kept
   */
  ArtifactRef snapshot(int epoch) {
    return trained
        .snapshot(epoch)
        .orElseThrow(
            () ->
                new ArtifactUnreadable(
                    "the weights of the dense training after epoch "
                        + epoch
                        + " were not kept; "
                        + trained.plan().trial()
                        + "/"
                        + trained.at()
                        + " tells those of "
                        + trained.snapshots().stream().map(s -> s.epoch()).toList()));
  }

  private static Checkpoint checkpoint(
      ArtifactRef stored, Architecture architecture, ArtifactStore artifacts) {
    Checkpoint checkpoint = Checkpoint.fromBytes(artifacts.read(stored));
    checkpoint.requireFits(architecture);
    return checkpoint;
  }
}
