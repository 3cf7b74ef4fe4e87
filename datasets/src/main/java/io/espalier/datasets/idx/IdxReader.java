package io.espalier.datasets.idx;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads pairs of IDX files: unsigned bytes behind a big-endian header.
 *
 * <p>Images: magic 0x803, count, rows, columns, pixels. Labels: magic 0x801, count, labels. Nothing
 * may follow.
 */
public final class IdxReader {
  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;
  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;

  private IdxReader() {}

  /**
   * Checks both files against the format and each other.
   *
   * @param imagesName name of the images' file, for messages
   * @param images its content; taken over, not copied
   * @param labelsName name of the labels' file, for messages
   * @param labels its content
   * @param classes labels must be below this
   * @throws IdxFormatException naming the file and what is wrong
   */
  public static LabelledImages read(
      String imagesName, byte[] images, String labelsName, byte[] labels, int classes)
      throws IdxFormatException {
    int[] image = header(imagesName, images, IMAGES_MAGIC, IMAGES_HEADER);
    int[] label = header(labelsName, labels, LABELS_MAGIC, LABELS_HEADER);
    if (image[1] != label[1]) {
      throw new IdxFormatException(
          labelsName, label[1] + " labels for " + image[1] + " images in " + imagesName);
    }
    byte[] values = Arrays.copyOfRange(labels, LABELS_HEADER, labels.length);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] >= classes) {
        throw new IdxFormatException(
            labelsName,
            "label " + (values[i] & 0xff) + " at " + i + ", allowed: 0 to " + (classes - 1));
      }
    }
    return new LabelledImages(images, IMAGES_HEADER, image[2] * image[3], values);
  }

  /** The header's numbers: magic, then the dimensions. */
  private static int[] header(String name, byte[] content, int magic, int headerBytes)
      throws IdxFormatException {
    if (content.length < headerBytes) {
      throw new IdxFormatException(
          name, "ends after " + content.length + " bytes, within the header of " + headerBytes);
    }
    int[] numbers = new int[headerBytes / Integer.BYTES];
    ByteBuffer.wrap(content).asIntBuffer().get(numbers);
    if (numbers[0] != magic) {
      throw new IdxFormatException(
          name, String.format("magic 0x%x instead of 0x%x", numbers[0], magic));
    }
    long bytes = 1;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] < 1 || (bytes *= numbers[i]) > Integer.MAX_VALUE) {
        throw new IdxFormatException(name, "impossible dimension " + numbers[i]);
      }
    }
    if (content.length - headerBytes != bytes) {
      throw new IdxFormatException(
          name,
          "header announces " + bytes + " values, file holds " + (content.length - headerBytes));
    }
    return numbers;
  }
}
