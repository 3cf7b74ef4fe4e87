package io.espalier.networks.order;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.events.Snapshot;
import io.espalier.networks.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;

/** Stores the weights that a training has at the epochs its order names. */
final class Snapshots {
  private final TrainingOrder order;
  private final TrainableNetwork network;
  private final ArtifactStore artifacts;
  private final List<Snapshot> kept;

  Snapshots(TrainingOrder order, TrainableNetwork network, ArtifactStore artifacts) {
    this.order = order;
    this.network = network;
    this.artifacts = artifacts;
    this.kept = new ArrayList<>(order.handedOn());
  }

  /** Stores the present weights if they are asked for; 0 is before the first epoch. */
  void after(int epoch) {
    if (order.snapshots().contains(epoch)) {
      byte[] weights = network.checkpoint().toBytes(order.plan().architecture());
      kept.add(new Snapshot(epoch, artifacts.put(weights)));
    }
  }

  /** Those handed on and those stored, by rising epoch. */
  List<Snapshot> kept() {
    return List.copyOf(kept);
  }
}
