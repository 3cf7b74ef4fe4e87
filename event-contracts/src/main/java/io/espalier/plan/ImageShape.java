package io.espalier.plan;

/**
 * The shape of an image.
 *
 * @param channels 1 for grey, 3 for colours
 * @param height rows of pixels
 * @param width pixels per row
 */
public record ImageShape(int channels, int height, int width) {
  public ImageShape {
    Require.atLeast("image.channels", channels, 1);
    Require.atLeast("image.height", height, 1);
    Require.atLeast("image.width", width, 1);
  }

  /** Values per image. */
  public int values() {
    return channels * height * width;
  }
}
