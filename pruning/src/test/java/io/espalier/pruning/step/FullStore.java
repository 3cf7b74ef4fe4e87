package io.espalier.pruning.step;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads, but has no room for more. */
record FullStore(ArtifactStore store) implements ArtifactStore {

  @Override
  public ArtifactRef put(byte[] content) {
    throw new UncheckedIOException(new IOException("no space left on device"));
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    return store.read(artifact);
  }
}
