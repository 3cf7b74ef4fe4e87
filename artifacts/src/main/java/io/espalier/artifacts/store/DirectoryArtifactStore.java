package io.espalier.artifacts.store;

import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An artifact store in a directory, which many processes may share.
 *
 * <p>The file {@code <aa>/<sha256>.safetensors} ({@code aa} are the first two digits of the hash)
 * is written under a temporary name, forced to the disk and moved in one step, so that a reader
 * sees all of it or nothing. What is already there is written again only if it is damaged.
 */
public final class DirectoryArtifactStore implements ArtifactStore {
  private static final int BUFFER = 1 << 16;

  private final Path directory;

  /**
   * @param directory is made when the first artifact is stored
   */
  public DirectoryArtifactStore(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  @Override
  public ArtifactRef put(byte[] content) {
    ArtifactRef artifact = reference(content);
    Path file = file(artifact);
    try {
      if (!holds(file, artifact)) {
        Files.createDirectories(file.getParent());
        writeAtomically(
            file,
            channel -> {
              ByteBuffer remaining = ByteBuffer.wrap(content);
              while (remaining.hasRemaining()) {
                channel.write(remaining);
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException("artifact " + file + " cannot be written", e);
    }
    return artifact;
  }

  /**
   * Stores content whose name is known, without holding it in memory; storing it again changes
   * nothing.
   *
   * @param content is read to its end, and not at all if it is stored already
   * @throws ArtifactUnreadable if the content is not what its name says; nothing is stored then
   * @throws UncheckedIOException if it cannot be read or written
   */
  public void put(ArtifactRef artifact, InputStream content) {
    Path file = file(artifact);
    try {
      if (!holds(file, artifact)) {
        Files.createDirectories(file.getParent());
        writeAtomically(file, channel -> copy(artifact, content, channel));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("artifact " + file + " cannot be written", e);
    }
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    Path file = file(artifact);
    byte[] content;
    try {
      long bytes = Files.size(file);
      if (bytes != artifact.bytes()) {
        throw new ArtifactUnreadable(
            "artifact "
                + file
                + (bytes < artifact.bytes() ? " is truncated: " : " was altered: ")
                + bytes
                + " bytes instead of "
                + artifact.bytes());
      }
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ArtifactUnreadable("artifact " + file + " is absent", e);
    } catch (IOException e) {
      throw new ArtifactUnreadable("artifact " + file + " cannot be read: " + e, e);
    }
    String actual = sha256(content);
    if (!actual.equals(artifact.sha256())) {
      throw new ArtifactUnreadable(
          "artifact " + file + " was altered: its content has the SHA-256 " + actual);
    }
    return content;
  }

  /** Where an artifact lies, whether or not it is there. */
  public Path file(ArtifactRef artifact) {
    return directory
        .resolve(artifact.sha256().substring(0, 2))
        .resolve(artifact.sha256() + ".safetensors");
  }

  private static boolean holds(Path file, ArtifactRef artifact) throws IOException {
    return Files.exists(file)
        && Files.size(file) == artifact.bytes()
        && sha256(file).equals(artifact.sha256());
  }

  /** Writes the content of a file. */
  private interface Content {
    void to(FileChannel channel) throws IOException;
  }

  private static void writeAtomically(Path file, Content content) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), ".writing-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        content.to(channel);
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory(file.getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes the new name itself durable, where directories can be opened (not on Windows). */
  private static void forceDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void copy(ArtifactRef artifact, InputStream content, FileChannel channel)
      throws IOException {
    MessageDigest digest = sha256();
    DigestInputStream digested = new DigestInputStream(content, digest);
    OutputStream out = Channels.newOutputStream(channel);
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    for (int read = digested.read(buffer); read > 0; read = digested.read(buffer)) {
      bytes += read;
      if (bytes > artifact.bytes()) {
        break;
      }
      out.write(buffer, 0, read);
    }
    if (bytes != artifact.bytes() || !hex(digest).equals(artifact.sha256())) {
      throw new ArtifactUnreadable(
          "artifact "
              + artifact.sha256()
              + " is not stored: the content has another length or hash");
    }
  }

  /** The reference under which content is kept, whether or not it is. */
  public static ArtifactRef reference(byte[] content) {
    return new ArtifactRef(sha256(content), content.length);
  }

  private static String sha256(byte[] content) {
    MessageDigest digest = sha256();
    digest.update(content);
    return hex(digest);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
