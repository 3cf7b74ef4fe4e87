package io.espalier.events;

import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.Require;

/**
 * The same function as a smaller dense network: without the units that were cut.
 *
 * @param checkpoint its weights
 */
public record Shrunk(Architecture architecture, ArtifactRef checkpoint) {
  public Shrunk {
    Require.present("shrunk.architecture", architecture);
    Require.present("shrunk.checkpoint", checkpoint);
  }
}
