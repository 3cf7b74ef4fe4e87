package io.espalier.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {

  @Test
  void filesAreReadInOrderAndTheUnwantedSkipped() throws IOException {
    byte[] archive =
        new Tar()
            .file("package/a", bytes(700, 1))
            .entry('5', "package/folder/", new byte[0])
            .entry('x', "PaxHeader", bytes(30, 'p'))
            .file("package/b", bytes(3, 2))
            .bytes();
    TarReader tar = new TarReader(new ByteArrayInputStream(archive));

    assertThat(tar.next()).isTrue();
    assertThat(tar.name()).isEqualTo("package/a");
    assertThat(tar.next()).isTrue();
    assertThat(tar.name()).isEqualTo("package/b");
    assertThat(tar.content(3)).containsExactly(2, 2, 2);
    assertThat(tar.next()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "package/../../x", "a\\..\\x", ".."})
  void anEntryThatLeadsOutOfTheArchiveIsRefused(String name) {
    byte[] archive = new Tar().file(name, bytes(1, 1)).bytes();

    assertThatThrownBy(() -> new TarReader(new ByteArrayInputStream(archive)).next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of it")
        .hasMessageContaining(name);
  }

  @Test
  void aLargerFileThanExpectedIsNotReadIntoMemory() throws IOException {
    TarReader tar =
        new TarReader(new ByteArrayInputStream(new Tar().file("a", bytes(9, 1)).bytes()));
    tar.next();

    assertThatThrownBy(() -> tar.content(8)).hasMessageContaining("a has 9 bytes, expected 8");
  }

  @Test
  void anArchiveThatEndsTooEarlyIsRefused() throws IOException {
    byte[] whole = new Tar().file("a", bytes(600, 1)).bytes();
    TarReader tar = new TarReader(new ByteArrayInputStream(Arrays.copyOf(whole, 700)));
    tar.next();

    assertThatThrownBy(() -> tar.content(600)).isInstanceOf(EOFException.class);
  }

  @Test
  void aDamagedHeaderIsRefused() {
    byte[] archive = new Tar().file("a", bytes(1, 1)).bytes();
    archive[1] = 'b';

    assertThatThrownBy(() -> new TarReader(new ByteArrayInputStream(archive)).next())
        .hasMessageContaining("checksum");
  }

  private static byte[] bytes(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
