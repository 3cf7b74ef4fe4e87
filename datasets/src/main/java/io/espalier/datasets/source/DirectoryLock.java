package io.espalier.datasets.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time in a directory: a lock file against other processes, and within this process
 * a lock of its own, because file locks belong to processes.
 */
public final class DirectoryLock {
  private static final ReentrantLock ONE_PER_PROCESS = new ReentrantLock();

  private DirectoryLock() {}

  /** What is done under the lock. */
  @FunctionalInterface
  public interface Action<T, E extends Exception> {
    /** Does it. */
    T run() throws IOException, E;
  }

  /**
   * Makes the directory if need be and waits for its lock.
   *
   * @throws IOException if the directory or the lock file cannot be made
   */
  public static <T, E extends Exception> T holding(Path directory, Action<T, E> action)
      throws IOException, E {
    ONE_PER_PROCESS.lock();
    try {
      Files.createDirectories(directory);
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!held.isValid()) {
          throw new IOException("the lock of " + directory + " was lost");
        }
        return action.run();
      }
    } finally {
      ONE_PER_PROCESS.unlock();
    }
  }
}
