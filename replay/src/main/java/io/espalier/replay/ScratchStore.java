package io.espalier.replay;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.plan.ArtifactRef;
import java.util.HashMap;
import java.util.Map;

/**
 * A store over another one that it never writes to: what is put stays in memory. For one
 * computation on one thread.
 */
final class ScratchStore implements ArtifactStore {
  private final ArtifactStore under;
  private final Map<ArtifactRef, byte[]> put = new HashMap<>();

  ScratchStore(ArtifactStore under) {
    this.under = under;
  }

  @Override
  public ArtifactRef put(byte[] content) {
    ArtifactRef artifact = DirectoryArtifactStore.reference(content);
    put.put(artifact, content.clone());
    return artifact;
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    byte[] content = put.get(artifact);
    return content == null ? under.read(artifact) : content.clone();
  }
}
