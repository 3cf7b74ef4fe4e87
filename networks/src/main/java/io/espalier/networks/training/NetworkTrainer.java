package io.espalier.networks.training;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.plan.Architecture;

/** Builds networks that can be trained. Safe for use by many threads. */
public interface NetworkTrainer {

  /**
   * A network with the weights of a checkpoint.
   *
   * @throws ArtifactUnreadable listing every mismatch between checkpoint and architecture
   * @throws UnbuildableNetwork if the library cannot hold such a network
   */
  TrainableNetwork from(Architecture architecture, Checkpoint checkpoint);

  /**
   * A network with fresh weights, the same ones for the same seed.
   *
   * @throws UnbuildableNetwork if the library cannot hold such a network, or training it would need
   *     more memory than this process may use
   */
  default TrainableNetwork initialised(Architecture architecture, long seed) {
    TrainingMemory.require(architecture);
    return from(architecture, InitialWeights.checkpoint(architecture, seed));
  }

  /** What trainings run on, such as {@code cpu}. */
  String device();
}
