package io.espalier.datasets.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writing files so that a reader never sees half of one. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes beside the file and moves it into place; replaces one that is there.
   *
   * @throws IOException if it cannot be written; nothing is left behind then
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path complete = Files.createTempFile(folder, "." + file.getFileName() + "-", ".tmp");
    try {
      Files.write(complete, content);
      Files.move(
          complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(complete);
    }
  }
}
