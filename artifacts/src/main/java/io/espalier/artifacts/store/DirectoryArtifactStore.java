package io.espalier.artifacts.store;

import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
  private final Path directory;

  /**
   * @param directory is made when the first artifact is stored
   */
  public DirectoryArtifactStore(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  @Override
  public ArtifactRef put(byte[] content) {
    ArtifactRef artifact = new ArtifactRef(sha256(content), content.length);
    Path file = file(artifact);
    try {
      if (!holds(file, artifact)) {
        Files.createDirectories(file.getParent());
        writeAtomically(file, content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("artifact " + file + " cannot be written", e);
    }
    return artifact;
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
        && sha256(Files.readAllBytes(file)).equals(artifact.sha256());
  }

  private static void writeAtomically(Path file, byte[] content) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), ".writing-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer remaining = ByteBuffer.wrap(content);
        while (remaining.hasRemaining()) {
          channel.write(remaining);
        }
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

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
