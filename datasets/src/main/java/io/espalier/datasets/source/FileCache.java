package io.espalier.datasets.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A directory that holds pinned files, each whole and unaltered or not at all.
 *
 * <p>A file appears by an atomic move after its hash was checked. Fetching is guarded by a lock
 * file against other processes, and within this process by a lock of its own, because file locks
 * belong to processes. A file that was altered later is named, never replaced: it is the user's.
 */
public final class FileCache {
  private static final ReentrantLock ONE_FETCH_PER_PROCESS = new ReentrantLock();

  private final Path directory;
  private final List<PinnedFile> files;

  public FileCache(Path directory, List<PinnedFile> files) {
    this.directory = directory.toAbsolutePath();
    this.files = List.copyOf(files);
  }

  /**
   * Makes sure that all files are there and unaltered; fetches the absent ones.
   *
   * @param progress hears what takes time
   * @throws SourceException naming the file that is altered, or why fetching failed
   */
  public void ensure(FileSource source, Consumer<String> progress) throws SourceException {
    if (!missing().isEmpty()) {
      ONE_FETCH_PER_PROCESS.lock();
      try {
        Files.createDirectories(directory);
        fetchUnderLock(source, progress);
      } catch (IOException e) {
        throw new SourceException("the directory " + directory + " cannot be written: " + e, e);
      } finally {
        ONE_FETCH_PER_PROCESS.unlock();
      }
    }
    for (PinnedFile file : files) {
      read(file);
    }
  }

  /**
   * The content of a file.
   *
   * @throws SourceException naming the file if it is absent, unreadable or altered
   */
  public byte[] read(PinnedFile file) throws SourceException {
    Path path = directory.resolve(file.name());
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new SourceException(path + " cannot be read: " + e, e);
    }
    Optional<String> difference = file.difference(content);
    if (difference.isPresent()) {
      throw new SourceException(
          path + " was altered: it " + difference.get() + ". Delete it to have it fetched again.");
    }
    return content;
  }

  private List<PinnedFile> missing() {
    return files.stream().filter(file -> !Files.exists(directory.resolve(file.name()))).toList();
  }

  private void fetchUnderLock(FileSource source, Consumer<String> progress)
      throws IOException, SourceException {
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      List<PinnedFile> absent = held.isValid() ? missing() : List.of();
      if (absent.isEmpty()) {
        return;
      }
      progress.accept("Fetching " + absent.size() + " files into " + directory);
      Map<String, byte[]> fetched = source.fetch(absent);
      List<PinnedFile> checked = new ArrayList<>();
      for (PinnedFile file : absent) {
        byte[] content = fetched.get(file.name());
        Optional<String> problem =
            content == null ? Optional.of("is absent") : file.difference(content);
        if (problem.isPresent()) {
          throw new SourceException(
              "what " + source + " delivered is wrong: " + file.name() + " " + problem.get());
        }
        checked.add(file);
      }
      for (PinnedFile file : checked) {
        store(file, fetched.get(file.name()));
      }
    }
  }

  private void store(PinnedFile file, byte[] content) throws IOException {
    Path temporary = Files.createTempFile(directory, ".fetching-", ".tmp");
    try {
      Files.write(temporary, content);
      Files.move(temporary, directory.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
