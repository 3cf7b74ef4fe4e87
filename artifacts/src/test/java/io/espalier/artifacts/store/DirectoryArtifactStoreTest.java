package io.espalier.artifacts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.plan.ArtifactRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryArtifactStoreTest {
  private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 =
      "9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c";

  @TempDir Path directory;
  private DirectoryArtifactStore store;

  @BeforeEach
  void makeStore() {
    store = new DirectoryArtifactStore(directory.resolve("artifacts"));
  }

  @Test
  void contentLiesUnderItsHashAndIsReadBack() {
    ArtifactRef artifact = store.put(CONTENT);

    assertThat(artifact).isEqualTo(new ArtifactRef(SHA256, 7));
    assertThat(
            directory.resolve(
                "artifacts/" + SHA256.substring(0, 2) + "/" + SHA256 + ".safetensors"))
        .hasBinaryContent(CONTENT);
    assertThat(store.read(artifact)).isEqualTo(CONTENT);
  }

  @Test
  void storingAgainLeavesOneFileAndNothingElse() throws IOException {
    ArtifactRef first = store.put(CONTENT);
    ArtifactRef again = store.put(CONTENT);

    assertThat(again).isEqualTo(first);
    try (Stream<Path> files = Files.list(store.file(first).getParent())) {
      assertThat(files.toList()).isEqualTo(List.of(store.file(first)));
    }
  }

  @Test
  void storingAgainMendsADamagedFile() throws IOException {
    ArtifactRef artifact = store.put(CONTENT);
    Files.writeString(store.file(artifact), "wei");

    store.put(CONTENT);

    assertThat(store.read(artifact)).isEqualTo(CONTENT);
  }

  @Test
  void contentWhoseNameIsKnownIsStoredAsAStream() {
    ArtifactRef artifact = new ArtifactRef(SHA256, CONTENT.length);

    store.put(artifact, new ByteArrayInputStream(CONTENT));

    assertThat(store.read(artifact)).isEqualTo(CONTENT);
  }

  @Test
  void aStreamThatIsNotWhatItsNameSaysIsNotStored() {
    for (String other : new String[] {"weighty", "weigh", "weights and more"}) {
      ArtifactRef artifact = new ArtifactRef(SHA256, CONTENT.length);

      assertThatThrownBy(
              () ->
                  store.put(
                      artifact, new ByteArrayInputStream(other.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(ArtifactUnreadable.class);

      unreadable(artifact, "is absent");
    }
  }

  @Test
  void anAbsentFileIsNamed() {
    unreadable(new ArtifactRef(SHA256, 7), "is absent");
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    ArtifactRef artifact = store.put(CONTENT);
    Files.writeString(store.file(artifact), "weigh");

    unreadable(artifact, "is truncated: 5 bytes instead of 7");
  }

  @Test
  void anAlteredFileIsNamed() throws IOException {
    ArtifactRef artifact = store.put(CONTENT);
    Files.writeString(store.file(artifact), "weighty");
    unreadable(artifact, "was altered");

    Files.writeString(store.file(artifact), "weights and more");
    unreadable(artifact, "was altered: 16 bytes instead of 7");
  }

  private void unreadable(ArtifactRef artifact, String problem) {
    assertThatThrownBy(() -> store.read(artifact))
        .isInstanceOf(ArtifactUnreadable.class)
        .hasMessageContaining(store.file(artifact).toString())
        .hasMessageContaining(problem);
  }
}
