package io.espalier.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdxReaderTest {
  private static final byte[] IMAGES = idx(0x803, new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 255);
  private static final byte[] LABELS = idx(0x801, new int[] {2}, 7, 0);

  @Test
  void imagesAndLabelsAreRead() throws IdxFormatException {
    LabelledImages images = IdxReader.read("images", IMAGES, "labels", LABELS, 10);

    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i;
    }
    float[] values = new float[4];
    images.copyInto(1, 0, 3, table, values, 1);
    assertThat(images.size()).isEqualTo(2);
    assertThat(images.label(0)).isEqualTo(7);
    assertThat(values).containsExactly(0, 4, 5, 255);
  }

  @Test
  void aWrongMagicIsNamed() {
    refused(idx(0x801, new int[] {2, 1, 3}), LABELS, "images", "magic 0x801 instead of 0x803");
    refused(IMAGES, IMAGES, "labels", "magic 0x803 instead of 0x801");
  }

  @Test
  void aTruncatedFileIsNamed() {
    refused(Arrays.copyOf(IMAGES, 21), LABELS, "images", "announces 6 values, file holds 5");
    refused(Arrays.copyOf(IMAGES, 9), LABELS, "images", "ends after 9 bytes");
    refused(IMAGES, new byte[0], "labels", "ends after 0 bytes");
  }

  @Test
  void bytesBehindTheEndAreRefused() {
    refused(IMAGES, Arrays.copyOf(LABELS, 11), "labels", "announces 2 values, file holds 3");
  }

  @Test
  void dimensionsThatOverflowAreRefused() {
    byte[] huge = idx(0x803, new int[] {1 << 20, 1 << 20, 1 << 24});
    refused(huge, LABELS, "images", "impossible dimension");
    refused(idx(0x803, new int[] {-1, 28, 28}), LABELS, "images", "impossible dimension -1");
  }

  @Test
  void labelsThatDoNotFitTheImagesAreRefused() {
    refused(IMAGES, idx(0x801, new int[] {3}, 1, 2, 3), "labels", "3 labels for 2 images");
    refused(IMAGES, idx(0x801, new int[] {2}, 1, 10), "labels", "label 10 at 1, allowed: 0 to 9");
  }

  private static void refused(byte[] images, byte[] labels, String file, String problem) {
    assertThatThrownBy(() -> IdxReader.read("images", images, "labels", labels, 10))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageStartingWith(file)
        .hasMessageContaining(problem);
  }

  private static byte[] idx(int magic, int[] dimensions, int... values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length).putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    for (int value : values) {
      file.put((byte) value);
    }
    return file.array();
  }
}
