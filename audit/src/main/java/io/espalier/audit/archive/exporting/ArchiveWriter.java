package io.espalier.audit.archive.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.archive.format.Sha256;
import io.espalier.plan.ArtifactRef;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an archive's bytes, which depend on nothing but what is written: no times, no owners.
 * Events are compressed; artifacts, which hardly shrink, are stored as they are.
 */
final class ArchiveWriter implements AutoCloseable {
  /** Any time would do; one later than 1980-01-01 is written without a time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int BUFFER = 1 << 16;

  private final ZipOutputStream zip;

  ArchiveWriter(Path file) throws IOException {
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  /** Writes the lines of events; called once, first. */
  interface Lines {
    /** Writes them one after the other. */
    void to(OutputStream out) throws IOException;
  }

  ArchiveEntry events(Lines lines) throws IOException {
    MessageDigest digest = Sha256.digest();
    zip.putNextEntry(entry(ArchiveEntry.EVENTS));
    CountingOutput counted = new CountingOutput(zip, digest);
    lines.to(counted);
    zip.closeEntry();
    return new ArchiveEntry(
        ArchiveEntry.EVENTS, counted.bytes(), HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * Adds an artifact; empty, and nothing is added, if the file is absent or not what its name says.
   */
  Optional<ArchiveEntry> artifact(ArtifactRef artifact, Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != artifact.bytes()) {
      return Optional.empty();
    }
    CRC32 crc = new CRC32();
    MessageDigest digest = Sha256.digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
        digest.update(buffer, 0, read);
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(artifact.sha256())) {
      return Optional.empty();
    }
    ArchiveEntry listed = ArchiveEntry.of(artifact);
    ZipEntry entry = entry(listed.path());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(artifact.bytes());
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
    return Optional.of(listed);
  }

  void manifest(Manifest manifest) throws IOException {
    zip.putNextEntry(entry(ArchiveEntry.MANIFEST));
    zip.write(manifest.text().getBytes(UTF_8));
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipEntry entry(String path) {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(TIME);
    return entry;
  }
}
