package io.espalier.datasets.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory for one download. */
final class Scratch {
  private Scratch() {}

  /** What is done in the directory. */
  @FunctionalInterface
  interface Action<T> {
    T in(Path directory) throws IOException, InterruptedException, SourceException;
  }

  /**
   * Makes a directory, and deletes it with all that is in it however the action ends.
   *
   * @throws SourceException if the action fails; it says that {@code source} was tried
   */
  static <T> T use(FileSource source, Action<T> action) throws SourceException {
    Path directory = null;
    try {
      directory = Files.createTempDirectory("espalier-fetch-");
      return action.in(directory);
    } catch (IOException e) {
      throw new SourceException("tried " + source + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted during " + source, e);
    } finally {
      delete(directory);
    }
  }

  /** The only file in the directory whose name ends so. */
  static Path fileEndingIn(String ending, Path directory, FileSource source)
      throws IOException, SourceException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(path -> path.getFileName().toString().endsWith(ending))
          .findFirst()
          .orElseThrow(
              () -> new SourceException("tried " + source + ": it left no " + ending + " file"));
    }
  }

  private static void delete(Path directory) throws SourceException {
    if (directory == null) {
      return;
    }
    try (Stream<Path> entries = Files.walk(directory)) {
      List<Path> deepestFirst = new ArrayList<>(entries.toList());
      deepestFirst.sort((a, b) -> b.getNameCount() - a.getNameCount());
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new SourceException("temporary files in " + directory + " cannot be deleted: " + e, e);
    }
  }
}
