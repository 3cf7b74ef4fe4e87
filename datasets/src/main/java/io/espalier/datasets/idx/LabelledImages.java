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
    int from = at(image) + first;
    for (int i = 0; i < count; i++) {
      target[offset + i] = table[pixels[from + i] & 0xff];
    }
  }

  /**
   * Writes {@code table[pixel]} of pixel {@code chosen[i]} of image {@code which[k]} to {@code
   * target[offset + i * stride + k]}. Eight images at a time: their memory arrives side by side,
   * and what they write lies together.
   */
  public void copyTransposed(
      int[] which, int[] chosen, float[] table, float[] target, int offset, int stride) {
    int k = 0;
    for (; k + 8 <= which.length; k += 8) {
      eight(which, k, chosen, table, target, offset + k, stride);
    }
    for (; k < which.length; k++) {
      int from = at(which[k]);
      for (int i = 0; i < chosen.length; i++) {
        target[offset + i * stride + k] = table[pixels[from + chosen[i]] & 0xff];
      }
    }
  }

  private void eight(
      int[] which, int k, int[] chosen, float[] table, float[] target, int offset, int stride) {
    int from0 = at(which[k]);
    int from1 = at(which[k + 1]);
    int from2 = at(which[k + 2]);
    int from3 = at(which[k + 3]);
    int from4 = at(which[k + 4]);
    int from5 = at(which[k + 5]);
    int from6 = at(which[k + 6]);
    int from7 = at(which[k + 7]);
    int to = offset;
    for (int pixel : chosen) {
      target[to] = table[pixels[from0 + pixel] & 0xff];
      target[to + 1] = table[pixels[from1 + pixel] & 0xff];
      target[to + 2] = table[pixels[from2 + pixel] & 0xff];
      target[to + 3] = table[pixels[from3 + pixel] & 0xff];
      target[to + 4] = table[pixels[from4 + pixel] & 0xff];
      target[to + 5] = table[pixels[from5 + pixel] & 0xff];
      target[to + 6] = table[pixels[from6 + pixel] & 0xff];
      target[to + 7] = table[pixels[from7 + pixel] & 0xff];
      to += stride;
    }
  }

  private int at(int image) {
    return start + image * pixelsPerImage;
  }
}
