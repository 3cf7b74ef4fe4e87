package io.espalier.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPackageTest {
  private static final NpmPackage PACKAGE =
      new NpmPackage("petals@1.0.0", "package/data/", Duration.ofSeconds(1));
  private static final List<PinnedFile> WANTED = List.of(new PinnedFile("petals", 2, "unchecked"));

  @TempDir Path directory;

  @Test
  void entriesArePickedByTheirExactName() throws IOException {
    Path archive =
        gzipped(
            new Tar()
                .file("package/petals", new byte[] {9})
                .file("package/data/petals.txt", new byte[] {9})
                .file("package/data/petals", new byte[] {4, 2})
                .bytes());

    assertThat(PACKAGE.unpack(archive, WANTED)).containsOnlyKeys("petals");
    assertThat(PACKAGE.unpack(archive, WANTED).get("petals")).containsExactly(4, 2);
  }

  @Test
  void aFileThatIsNoArchiveIsRefused() throws IOException {
    Path archive = Files.write(directory.resolve("a.tgz"), new byte[] {1, 2, 3, 4});

    assertThatThrownBy(() -> PACKAGE.unpack(archive, WANTED)).isInstanceOf(IOException.class);
  }

  private Path gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(content);
    }
    return Files.write(directory.resolve("a.tgz"), zipped.toByteArray());
  }
}
