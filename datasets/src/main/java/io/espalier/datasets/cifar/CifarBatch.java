package io.espalier.datasets.cifar;

import io.espalier.datasets.idx.LabelledImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A file of CIFAR-10's binary layout: for each image its label in a byte, then 1,024 red, 1,024
 * green and 1,024 blue bytes, row by row.
 */
public final class CifarBatch {
  /** Red, green, blue. */
  public static final int CHANNELS = 3;

  /** Rows and columns of an image. */
  public static final int SIDE = 32;

  private static final int PLANE = SIDE * SIDE;
  private static final int PIXELS = CHANNELS * PLANE;
  private static final int CLASSES = 10;

  private CifarBatch() {}

  /**
   * Puts labels before pixels.
   *
   * @param png one image in each of its rows, pixel by pixel
   * @param labels one for each row
   */
  static byte[] encode(byte[] png, List<Integer> labels) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    if (picture == null || picture.getWidth() != PLANE || picture.getHeight() != labels.size()) {
      throw new IOException(
          "a picture is not a PNG of " + PLANE + " x " + labels.size() + " pixels");
    }
    byte[] batch = new byte[labels.size() * (1 + PIXELS)];
    int[] row = new int[PLANE];
    for (int image = 0; image < labels.size(); image++) {
      picture.getRGB(0, image, PLANE, 1, row, 0, PLANE);
      int from = image * (1 + PIXELS);
      batch[from] = labels.get(image).byteValue();
      for (int i = 0; i < PLANE; i++) {
        batch[from + 1 + i] = (byte) (row[i] >> 16);
        batch[from + 1 + PLANE + i] = (byte) (row[i] >> 8);
        batch[from + 1 + 2 * PLANE + i] = (byte) row[i];
      }
    }
    return batch;
  }

  /**
   * The images of several files, one after the other.
   *
   * @throws IllegalArgumentException if a length or a label cannot be
   */
  public static LabelledImages decode(List<byte[]> batches) {
    int images = batches.stream().mapToInt(batch -> batch.length / (1 + PIXELS)).sum();
    byte[] pixels = new byte[images * PIXELS];
    byte[] labels = new byte[images];
    int image = 0;
    for (byte[] batch : batches) {
      if (batch.length % (1 + PIXELS) != 0) {
        throw new IllegalArgumentException(
            "batch has " + batch.length + " bytes, allowed: multiples of " + (1 + PIXELS));
      }
      for (int from = 0; from < batch.length; from += 1 + PIXELS) {
        if (batch[from] < 0 || batch[from] >= CLASSES) {
          throw new IllegalArgumentException(
              "label is " + batch[from] + ", allowed: 0 to " + (CLASSES - 1));
        }
        labels[image] = batch[from];
        System.arraycopy(batch, from + 1, pixels, image * PIXELS, PIXELS);
        image++;
      }
    }
    return new LabelledImages(pixels, 0, PIXELS, labels);
  }
}
