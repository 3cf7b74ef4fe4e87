package io.espalier.artifacts.store;

import io.espalier.plan.ArtifactRef;
import java.io.UncheckedIOException;

/** Keeps artifacts under the hash of their content: what is stored never changes. */
public interface ArtifactStore {

  /**
   * Stores content durably; storing it again changes nothing and returns the same reference.
   *
   * @throws IllegalArgumentException if the content is empty
   * @throws UncheckedIOException if it cannot be written
   */
  ArtifactRef put(byte[] content);

  /**
   * Reads content back, checked against length and hash of the reference.
   *
   * @throws ArtifactUnreadable naming the file if it is absent, truncated or altered
   */
  byte[] read(ArtifactRef artifact);
}
