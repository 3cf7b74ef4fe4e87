package io.espalier.audit.archive.format;

import io.espalier.plan.ArtifactRef;
import io.espalier.plan.Require;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of an archive, as the manifest lists it.
 *
 * @param path {@link #EVENTS} or {@code artifacts/<sha256>.safetensors}
 * @param bytes its length, uncompressed
 * @param sha256 of its content
 */
public record ArchiveEntry(String path, long bytes, String sha256) {

  /** The manifest, which does not list itself. */
  public static final String MANIFEST = "manifest.json";

  /** The events, one on a line. */
  public static final String EVENTS = "events.jsonl";

  private static final Pattern ARTIFACT = Pattern.compile("artifacts/([0-9a-f]{64})\\.safetensors");

  public ArchiveEntry {
    Require.text("entry.path", path);
    Require.atLeast("bytes of " + path, bytes, 1);
    Require.sha256("sha256 of " + path, sha256);
    Matcher artifact = ARTIFACT.matcher(path);
    if (!path.equals(EVENTS) && !(artifact.matches() && artifact.group(1).equals(sha256))) {
      throw new IllegalArgumentException(
          "entry.path is '"
              + path
              + "', allowed: "
              + EVENTS
              + ", artifacts/<sha256>.safetensors of its content");
    }
  }

  /** The entry of an artifact. */
  public static ArchiveEntry of(ArtifactRef artifact) {
    return new ArchiveEntry(
        "artifacts/" + artifact.sha256() + ".safetensors", artifact.bytes(), artifact.sha256());
  }

  /** The artifact that the entry holds, if it is not the events. */
  public Optional<ArtifactRef> artifact() {
    return path.equals(EVENTS) ? Optional.empty() : Optional.of(new ArtifactRef(sha256, bytes));
  }
}
