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

class DebianPackageTest {
  private static final List<PinnedFile> WANTED = List.of(new PinnedFile("petals", 2, "unchecked"));

  @TempDir Path directory;

  @Test
  void entriesArePickedByTheirExactNameAndUnzipped() throws IOException {
    DebianPackage debian = new DebianPackage("d", "/usr/share/petals/", Duration.ofSeconds(1));
    Path archive =
        Files.write(
            directory.resolve("files.tar"),
            new Tar()
                .file("./usr/share/petals.gz", zipped(new byte[] {9}))
                .file("./usr/share/petals/petals.gz", zipped(new byte[] {4, 2}))
                .bytes());

    assertThat(debian.unpack(archive, WANTED)).containsOnlyKeys("petals");
    assertThat(debian.unpack(archive, WANTED).get("petals")).containsExactly(4, 2);
  }

  @Test
  void anInstalledPackageIsReadWhereItLies() throws Exception {
    Files.write(directory.resolve("petals.gz"), zipped(new byte[] {4, 2}));

    assertThat(installed().fetch(WANTED).get("petals")).containsExactly(4, 2);
  }

  @Test
  void moreThanIsExpectedIsNotUnzipped() throws Exception {
    Files.write(directory.resolve("petals.gz"), zipped(new byte[1_000]));

    assertThat(installed().fetch(WANTED).get("petals")).hasSize(3);
  }

  @Test
  void whatCannotBeUnzippedIsToldWithTheCommand() throws IOException {
    Files.write(directory.resolve("petals.gz"), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> installed().fetch(WANTED))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("tried `apt-get download d`: ");
  }

  private DebianPackage installed() {
    return new DebianPackage("d", directory + "/", Duration.ofSeconds(1));
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(content);
    }
    return zipped.toByteArray();
  }
}
