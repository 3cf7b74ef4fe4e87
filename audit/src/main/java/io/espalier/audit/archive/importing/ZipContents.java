package io.espalier.audit.archive.importing;

import io.espalier.audit.archive.format.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of a ZIP file, read without trust: what its directory says of sizes is ignored. */
final class ZipContents implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ZipFile zip;
  private final Set<String> names = new TreeSet<>();

  private ZipContents(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a file; names that occur twice or could lead elsewhere are problems.
   *
   * @return empty if it is no ZIP file, which is a problem, too
   * @throws IOException if the file cannot be read at all
   */
  static Optional<ZipContents> open(Path file, Problems problems) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      problems.add("it is no readable ZIP file: " + e.getMessage());
      return Optional.empty();
    }
    ZipContents contents = new ZipContents(zip);
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      EntryName.flaw(name)
          .ifPresent(flaw -> problems.add("entry '" + EntryName.shown(name) + "' " + flaw));
      if (!contents.names.add(name)) {
        problems.add("entry '" + EntryName.shown(name) + "' is there twice");
      }
    }
    return Optional.of(contents);
  }

  /** All names, ascending. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** Opens an entry. */
  InputStream open(String name) throws IOException {
    InputStream in = zip.getInputStream(zip.getEntry(name));
    if (in == null) {
      throw new ZipException("entry " + name + " cannot be read");
    }
    return in;
  }

  /**
   * The content of a small entry.
   *
   * @return empty if it has more than {@code most} bytes
   */
  Optional<byte[]> read(String name, int most) throws IOException {
    try (InputStream in = open(name)) {
      byte[] content = in.readNBytes(most + 1);
      return content.length > most ? Optional.empty() : Optional.of(content);
    }
  }

  /**
   * What is wrong with an entry that should have this length and hash. Reads no further than the
   * length, so that an entry that blows up costs no more than one that does not.
   */
  Optional<String> flaw(String name, long bytes, String sha256) {
    MessageDigest digest = Sha256.digest();
    long counted = 0;
    try (InputStream in = open(name)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        counted += read;
        if (counted > bytes) {
          return Optional.of("is larger than the " + bytes + " bytes that the manifest says");
        }
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
    if (counted < bytes) {
      return Optional.of("has " + counted + " bytes instead of " + bytes);
    }
    String actual = HexFormat.of().formatHex(digest.digest());
    return actual.equals(sha256)
        ? Optional.empty()
        : Optional.of("was altered: its content has the SHA-256 " + actual);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
