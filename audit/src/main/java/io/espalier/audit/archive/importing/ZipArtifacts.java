package io.espalier.audit.archive.importing;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;

/** The artifacts of an archive whose entries were checked. They can be read only. */
final class ZipArtifacts implements ArtifactStore {
  private final ZipContents zip;

  ZipArtifacts(ZipContents zip) {
    this.zip = zip;
  }

  @Override
  public ArtifactRef put(byte[] content) {
    throw new UnsupportedOperationException("an archive is read only");
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    try (InputStream in = zip.open(ArchiveEntry.of(artifact).path())) {
      return in.readNBytes(Math.toIntExact(artifact.bytes()));
    } catch (IOException e) {
      throw new ArtifactUnreadable("artifact " + artifact.sha256() + " cannot be read: " + e, e);
    }
  }
}
