package io.espalier.datasets;

import io.espalier.plan.Require;
import java.util.List;

/**
 * Pixel p in 0..255 of a channel becomes {@code (p / 255 - mean) / standardDeviation}, by table.
 *
 * <p>A class, not a record: it holds arrays.
 */
final class Normalisation {
  /** As customary for MNIST: mean and deviation of all pixels of its 60,000 training images. */
  static final Normalisation MNIST = new Normalisation(List.of(0.1307), List.of(0.3081));

  private static final int PIXEL_VALUES = 256;

  private final float[][] byPixel;

  /** One mean and one standard deviation per channel, of pixels in 0..1. */
  Normalisation(List<Double> means, List<Double> standardDeviations) {
    Require.within("standard deviations", standardDeviations.size(), means.size(), means.size());
    byPixel = new float[means.size()][PIXEL_VALUES];
    for (int channel = 0; channel < byPixel.length; channel++) {
      double mean = means.get(channel);
      double deviation = standardDeviations.get(channel);
      for (int pixel = 0; pixel < PIXEL_VALUES; pixel++) {
        byPixel[channel][pixel] = (float) ((pixel / 255.0 - mean) / deviation);
      }
    }
  }

  int channels() {
    return byPixel.length;
  }

  /** The value of each pixel; callers only read it. */
  float[] byPixel(int channel) {
    return byPixel[channel];
  }
}
