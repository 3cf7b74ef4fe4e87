package io.espalier.datasets.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Gzipped files out of a Debian package: those of the installed package if it is there, else
 * fetched with {@code apt-get download} and unpacked in memory, without installing anything.
 *
 * @param name of the package
 * @param folder where the files lie, such as {@code /usr/share/x/}, ending in a slash; a file is
 *     there with {@code .gz} behind its name
 * @param timeout how long each tool may take
 */
public record DebianPackage(String name, String folder, Duration timeout) implements FileSource {
  private static final String GZIPPED = ".gz";

  /** What cannot be compressed grows by less. */
  private static final int GZIP_OVERHEAD = 1 << 16;

  /** What a person would type. */
  public String command() {
    return "apt-get download " + name;
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
          Path installed = Path.of(folder);
          if (files.stream().allMatch(f -> Files.exists(installed.resolve(f.name() + GZIPPED)))) {
            return read(installed, files);
          }
          run(scratch, List.of("apt-get", "download", name), "apt-get.log");
          Path archive = Scratch.fileEndingIn(".deb", scratch, this);
          Path tar = run(scratch, List.of("dpkg-deb", "--fsys-tarfile", "" + archive), "files.tar");
          return unpack(tar, files);
        });
  }

  private Path run(Path scratch, List<String> command, String output)
      throws IOException, InterruptedException, SourceException {
    Path printed = scratch.resolve(output);
    ExternalTool.End end = new ExternalTool(command, timeout).run(scratch, printed);
    if (end.code() != 0) {
      throw new SourceException(
          "tried `"
              + String.join(" ", command)
              + "`: exit code "
              + end.code()
              + ", "
              + end.said().lines().limit(4).reduce((a, b) -> a + " / " + b).orElse("no message"));
    }
    return printed;
  }

  private static Map<String, byte[]> read(Path folder, List<PinnedFile> files) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    for (PinnedFile file : files) {
      found.put(
          file.name(), unzip(Files.readAllBytes(folder.resolve(file.name() + GZIPPED)), file));
    }
    return found;
  }

  /** The wanted entries of the tree of files, picked by exact name. */
  Map<String, byte[]> unpack(Path archive, List<PinnedFile> files) throws IOException {
    Map<String, PinnedFile> wanted = new HashMap<>();
    files.forEach(file -> wanted.put("." + folder + file.name() + GZIPPED, file));
    Map<String, byte[]> found = new HashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
      TarReader tar = new TarReader(in);
      while (tar.next()) {
        PinnedFile file = wanted.get(tar.name());
        if (file != null) {
          found.put(file.name(), unzip(tar.content(file.bytes() + GZIP_OVERHEAD), file));
        }
      }
    }
    return found;
  }

  /** At most one byte more than expected, so that a wrong file cannot fill the memory. */
  private static byte[] unzip(byte[] zipped, PinnedFile file) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped), 1 << 16)) {
      return in.readNBytes(file.bytes() + 1);
    }
  }
}
