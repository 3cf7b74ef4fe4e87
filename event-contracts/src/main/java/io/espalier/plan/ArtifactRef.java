package io.espalier.plan;

/**
 * A file in the artifact store, named by its content.
 *
 * @param sha256 hash of the file's bytes, 64 lower-case hexadecimal digits; also its address
 * @param bytes the file's length
 */
public record ArtifactRef(String sha256, long bytes) {
  public ArtifactRef {
    Require.sha256("artifact.sha256", sha256);
    Require.atLeast("artifact.bytes", bytes, 1);
  }
}
