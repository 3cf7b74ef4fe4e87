package io.espalier.launcher.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One stack per data directory, ensured by a file lock that dies with its process. */
final class StackLock implements AutoCloseable {

  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(Path dataDir) throws StackRefused, IOException {
    Path run = Files.createDirectories(dataDir.resolve("run"));
    FileChannel channel =
        FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      String who =
          ControlFile.read(dataDir)
              .map(c -> " (process %d, UI %s)".formatted(c.pid(), c.ui()))
              .orElse(" and is starting or stopping");
      throw new StackRefused(
          "Espalier already runs on %s%s. Stop it with: espalier down --data %s, or choose another directory with --data."
              .formatted(dataDir, who, dataDir));
    }
    return new StackLock(channel);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
