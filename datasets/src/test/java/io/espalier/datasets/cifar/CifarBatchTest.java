package io.espalier.datasets.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.datasets.idx.LabelledImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CifarBatchTest {

  @Test
  void aRowOfPixelsBecomesThreePlanesBehindTheLabel() throws IOException {
    byte[] batch = CifarBatch.encode(png(1024, 2), List.of(3, 9));

    assertThat(batch).hasSize(2 * 3073);
    assertThat(batch[0]).isEqualTo((byte) 3);
    assertThat(batch[3073]).isEqualTo((byte) 9);
    assertThat(batch[3073 + 1 + 5]).isEqualTo((byte) 5);
    assertThat(batch[3073 + 1 + 1024 + 5]).isEqualTo((byte) 1);
    assertThat(batch[3073 + 1 + 2048 + 5]).isEqualTo((byte) 200);
  }

  @Test
  void severalBatchesAreReadOneAfterTheOther() throws IOException {
    byte[] one = CifarBatch.encode(png(1024, 1), List.of(4));
    byte[] two = CifarBatch.encode(png(1024, 2), List.of(5, 6));
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i;
    }
    float[] values = new float[3072];

    LabelledImages images = CifarBatch.decode(List.of(one, two));

    assertThat(images.size()).isEqualTo(3);
    assertThat(images.label(2)).isEqualTo(6);
    images.copyInto(2, 0, 3072, table, values, 0);
    assertThat(values[7]).isEqualTo(7);
    assertThat(values[1024 + 7]).isEqualTo(1);
    assertThat(values[2048 + 7]).isEqualTo(200);
  }

  @Test
  void whatIsNoBatchIsRefused() throws IOException {
    byte[] png = png(1000, 1);
    assertThatThrownBy(() -> CifarBatch.encode(png, List.of(1))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> CifarBatch.encode(new byte[9], List.of(1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> CifarBatch.decode(List.of(new byte[3072])))
        .hasMessageContaining("3072 bytes, allowed: multiples of 3073");
    byte[] wrongLabel = new byte[3073];
    wrongLabel[0] = 10;
    assertThatThrownBy(() -> CifarBatch.decode(List.of(wrongLabel)))
        .hasMessageContaining("label is 10, allowed: 0 to 9");
  }

  /** Red is the column, green the row, blue 200. */
  private static byte[] png(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        picture.setRGB(column, row, ((column & 0xff) << 16) | (row << 8) | 200);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }
}
