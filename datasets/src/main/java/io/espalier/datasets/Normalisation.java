package io.espalier.datasets;

/**
 * Pixel p in 0..255 becomes {@code (p / 255 - mean) / standardDeviation}, by table.
 *
 * <p>A class, not a record: it holds an array.
 */
final class Normalisation {
  private final float[] byPixel = new float[256];

  Normalisation(double mean, double standardDeviation) {
    for (int pixel = 0; pixel < byPixel.length; pixel++) {
      byPixel[pixel] = (float) ((pixel / 255.0 - mean) / standardDeviation);
    }
  }

  /** The value of each pixel; callers only read it. */
  float[] byPixel() {
    return byPixel;
  }
}
