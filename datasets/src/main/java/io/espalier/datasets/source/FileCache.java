package io.espalier.datasets.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A directory that holds pinned files, each whole and unaltered or not at all.
 *
 * <p>A file appears by an atomic move after its hash was checked. Fetching is guarded by a {@link
 * DirectoryLock}. A file that was altered later is named, never replaced: it is the user's.
 */
public final class FileCache {
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
      try {
        DirectoryLock.holding(
            directory,
            () -> {
              fetch(source, progress);
              return null;
            });
      } catch (IOException e) {
        throw new SourceException("the directory " + directory + " cannot be written: " + e, e);
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

  private void fetch(FileSource source, Consumer<String> progress)
      throws IOException, SourceException {
    List<PinnedFile> absent = missing();
    if (absent.isEmpty()) {
      return;
    }
    progress.accept("Fetching " + absent.size() + " files into " + directory);
    Map<String, byte[]> fetched = source.fetch(absent);
    for (PinnedFile file : absent) {
      file.requireEqual(fetched.get(file.name()), source);
    }
    for (PinnedFile file : absent) {
      AtomicFile.write(directory.resolve(file.name()), fetched.get(file.name()));
    }
  }
}
