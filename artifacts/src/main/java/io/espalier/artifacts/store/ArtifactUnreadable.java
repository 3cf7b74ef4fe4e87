package io.espalier.artifacts.store;

/**
 * An artifact cannot be used: absent, truncated, altered, malformed or unfit for its network. The
 * message names it and says what is wrong.
 */
public final class ArtifactUnreadable extends RuntimeException {

  public ArtifactUnreadable(String message) {
    super(message);
  }

  public ArtifactUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
