package io.espalier.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The checkout that the tests look at. */
public final class Repository {
  /** The top directory. */
  public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", "planted");

  private Repository() {}

  /** Files below {@code folder} whose names end in {@code suffix}; no build output. */
  public static List<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(suffix))
          .filter(f -> Stream.of(parts(folder, f)).noneMatch(SKIPPED::contains))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String[] parts(Path folder, Path file) {
    return folder.relativize(file).toString().split("/", -1);
  }
}
