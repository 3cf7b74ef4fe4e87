package io.espalier.events;

import io.espalier.plan.ArtifactRef;
import io.espalier.plan.Require;

/**
 * The weights that a training had on its way.
 *
 * @param epoch after which they were taken, 0 for the initial ones
 */
public record Snapshot(int epoch, ArtifactRef checkpoint) {
  public Snapshot {
    Require.atLeast("snapshot.epoch", epoch, 0);
    Require.present("snapshot.checkpoint", checkpoint);
  }
}
