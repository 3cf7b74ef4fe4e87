package io.espalier.audit.archive.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTest {
  @Test
  void aHundredThousandTrainingsFit() {
    Manifest manifest =
        manifest(IntStream.range(0, 200_100).mapToObj(i -> artifact(i, 123_456)).toList());

    assertThat(manifest.excesses()).isEmpty();
    assertThat(manifest.text().getBytes(UTF_8)).hasSizeLessThan(Manifest.MOST_BYTES);
  }

  @Test
  void aFileThatNoArrayCanHoldIsNamedAndSoIsTooMuchInAll() {
    assertThat(manifest(List.of(artifact(1, Integer.MAX_VALUE - 8L))).excesses()).isEmpty();
    assertThat(manifest(List.of(artifact(1, 1L << 31))).excesses())
        .singleElement()
        .asString()
        .contains("has 2147483648 bytes, allowed: 2147483639");
    assertThat(
            manifest(List.of(artifact(1, Long.MAX_VALUE), artifact(2, Long.MAX_VALUE))).excesses())
        .hasSize(3)
        .last()
        .asString()
        .contains("together");
  }

  private static ArchiveEntry artifact(int number, long bytes) {
    String sha256 = String.format("%064x", number);
    return new ArchiveEntry("artifacts/" + sha256 + ".safetensors", bytes, sha256);
  }

  private static Manifest manifest(List<ArchiveEntry> artifacts) {
    List<ArchiveEntry> entries = new ArrayList<>(artifacts);
    entries.add(new ArchiveEntry(ArchiveEntry.EVENTS, 1, "0".repeat(64)));
    return Manifest.of("c", "c", "test", 1, entries);
  }
}
