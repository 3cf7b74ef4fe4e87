package io.espalier.plan;

/**
 * The shape of an image; as a vector its values are ordered by channel, then row, then column
 * (CHW).
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height rows of pixels
 * @param width pixels per row
 */
public record ImageShape(int channels, int height, int width) {
  private static final int MOST = 1024;

  public ImageShape {
    Require.within("image.channels", channels, 1, MOST);
    Require.within("image.height", height, 1, MOST);
    Require.within("image.width", width, 1, MOST);
  }

  /** Values per image. */
  public int values() {
    return channels * height * width;
  }

  /** Whether squares of this side, at least 1, cover the image without a rest. */
  public boolean splitsInto(int side) {
    return height % side == 0 && width % side == 0;
  }
}
