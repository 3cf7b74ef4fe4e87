package io.espalier.datasets.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file whose content is known beforehand.
 *
 * @param name its name in the cache, without folders
 * @param bytes its length
 * @param sha256 the hash of its content, lower-case hexadecimal
 */
public record PinnedFile(String name, int bytes, String sha256) {

  /** What distinguishes this content from the pinned one; empty if nothing does. */
  public Optional<String> difference(byte[] content) {
    if (content.length != bytes) {
      return Optional.of("has " + content.length + " bytes instead of " + bytes);
    }
    String actual = sha256(content);
    return actual.equals(sha256)
        ? Optional.empty()
        : Optional.of("has SHA-256 " + actual + " instead of " + sha256);
  }

  /**
   * Refuses other content.
   *
   * @param content what {@code source} delivered; null if it did not
   * @throws SourceException if it is not the pinned one
   */
  public void requireEqual(byte[] content, FileSource source) throws SourceException {
    Optional<String> problem = content == null ? Optional.of("is absent") : difference(content);
    if (problem.isPresent()) {
      throw new SourceException(
          "what " + source + " delivered is wrong: " + name + " " + problem.get());
    }
  }

  /** The hash of some content, lower-case hexadecimal. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
