package io.espalier.audit.archive.importing;

import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.EventLine;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.archive.format.Sha256;
import io.espalier.envelope.Decoded;
import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** An archive in which everything is as it should be. */
public final class CheckedArchive implements AutoCloseable {
  private final ZipContents zip;
  private final Manifest manifest;

  CheckedArchive(ZipContents zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens an archive and checks everything about it that can be said without a log; writes nothing.
   *
   * @param told the root hash that somebody told by other means, to compare with
   * @throws ArchiveRefused with everything that is wrong
   * @throws IOException if the file cannot be read
   */
  public static CheckedArchive open(Path file, Optional<String> told, ArchiveProgress progress)
      throws ArchiveRefused, IOException {
    return new ArchiveCheck(progress).open(file, told);
  }

  /** What the archive holds. */
  public Manifest manifest() {
    return manifest;
  }

  /** Takes events one after the other. */
  interface Taking {
    /** Takes the next one. */
    void take(Decoded.Received event) throws IOException;
  }

  /** Hands over all events in the order of the archive: causes first. */
  void events(Taking taking) throws IOException {
    events(zip, manifest, taking);
  }

  /**
   * Hands over the events of an archive that are known to be readable.
   *
   * @throws IOException also if they are no longer those that the manifest lists; told at the end
   */
  static void events(ZipContents zip, Manifest manifest, Taking taking) throws IOException {
    DigestInputStream read = new DigestInputStream(zip.open(ArchiveEntry.EVENTS), Sha256.digest());
    try (EventLines lines = new EventLines(read)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        Decoded decoded = EventLine.parse(line.get()).decode();
        if (!(decoded instanceof Decoded.Received event)) {
          throw changed();
        }
        taking.take(event);
      }
    }
    String actual = HexFormat.of().formatHex(read.getMessageDigest().digest());
    if (manifest.entries().stream()
        .noneMatch(e -> e.path().equals(ArchiveEntry.EVENTS) && e.sha256().equals(actual))) {
      throw changed();
    }
  }

  private static IOException changed() {
    return new IOException("the archive was changed while it was imported");
  }

  /** The artifacts, ascending by name. */
  List<ArtifactRef> artifacts() {
    return manifest.entries().stream().flatMap(e -> e.artifact().stream()).toList();
  }

  /** The content of an artifact. */
  InputStream open(ArtifactRef artifact) throws IOException {
    return zip.open(ArchiveEntry.of(artifact).path());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
