package io.espalier.datasets;

import io.espalier.datasets.idx.LabelledImages;
import java.util.Arrays;

/**
 * Images stored as bytes and normalised while they are copied out: a quarter of the memory of
 * floats.
 */
final class ImageRows implements Rows {
  private final LabelledImages images;
  private final Normalisation normalisation;

  ImageRows(LabelledImages images, Normalisation normalisation) {
    this.images = images;
    this.normalisation = normalisation;
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public int inputs() {
    return images.pixelsPerImage();
  }

  @Override
  public int label(int row) {
    return images.label(row);
  }

  @Override
  public void copyInto(int row, float[] target, int offset) {
    int channels = normalisation.channels();
    int plane = images.pixelsPerImage() / channels;
    for (int channel = 0; channel < channels; channel++) {
      int from = channel * plane;
      images.copyInto(row, from, plane, normalisation.byPixel(channel), target, offset + from);
    }
  }

  @Override
  public void copyTransposed(int[] rows, int[] inputs, float[] target, int stride) {
    int plane = images.pixelsPerImage() / normalisation.channels();
    int from = 0;
    while (from < inputs.length) {
      int channel = inputs[from] / plane;
      int to = from + 1;
      while (to < inputs.length && inputs[to] / plane == channel) {
        to++;
      }
      images.copyTransposed(
          rows,
          Arrays.copyOfRange(inputs, from, to),
          normalisation.byPixel(channel),
          target,
          from * stride,
          stride);
      from = to;
    }
  }
}
