package io.espalier.datasets.idx;

/**
 * Images of one size with a label each, as bytes: image {@code i} occupies {@code pixels[start + i
 * * pixelsPerImage ..]}, channel by channel, row by row.
 */
public final class LabelledImages {
  private final byte[] pixels;
  private final byte[] labels;
  private final int start;
  private final int pixelsPerImage;

  /**
   * Takes the arrays over without a copy; the caller gives them up.
   *
   * @param start where the first image begins in {@code pixels}
   */
  public LabelledImages(byte[] pixels, int start, int pixelsPerImage, byte[] labels) {
    if (pixels.length - start != (long) labels.length * pixelsPerImage) {
      throw new IllegalArgumentException(
          "pixels are "
              + (pixels.length - start)
              + ", allowed: "
              + labels.length
              + " images of "
              + pixelsPerImage);
    }
    this.pixels = pixels;
    this.start = start;
    this.pixelsPerImage = pixelsPerImage;
    this.labels = labels;
  }

  /** Number of images. */
  public int size() {
    return labels.length;
  }

  /** Channels times height times width. */
  public int pixelsPerImage() {
    return pixelsPerImage;
  }

  /** The label of an image. */
  public int label(int image) {
    return labels[image];
  }

  /**
   * Writes {@code table[pixel]} of the pixels {@code first .. first + count} of an image to {@code
   * target} from {@code offset}.
   */
  public void copyInto(int image, int first, int count, float[] table, float[] target, int offset) {
    int from = start + image * pixelsPerImage + first;
    for (int i = 0; i < count; i++) {
      target[offset + i] = table[pixels[from + i] & 0xff];
    }
  }
}
