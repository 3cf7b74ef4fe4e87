package io.espalier.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.datasets.idx.LabelledImages;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitGeneratorTest {
  private static final int PIXELS = DigitGenerator.SIDE * DigitGenerator.SIDE;

  @Test
  void theSameSeedDrawsTheSameImagesEverywhere() {
    assertThat(fingerprint(DigitGenerator.generate(1, 200))).isEqualTo(-1_465_064_966);
  }

  @Test
  void anotherSeedDrawsOthers() {
    assertThat(fingerprint(DigitGenerator.generate(2, 200)))
        .isNotEqualTo(fingerprint(DigitGenerator.generate(1, 200)));
  }

  @Test
  void everyDigitOccursAndTheClassMeansTellTheDigitsApart() {
    LabelledImages known = DigitGenerator.generate(3, 3000);
    LabelledImages unknown = DigitGenerator.generate(4, 1000);
    double[][] means = new double[DigitGenerator.CLASSES][PIXELS];
    int[] counts = new int[DigitGenerator.CLASSES];
    for (int i = 0; i < known.size(); i++) {
      counts[known.label(i)]++;
      float[] image = pixels(known, i);
      for (int p = 0; p < PIXELS; p++) {
        means[known.label(i)][p] += image[p];
      }
    }

    int right = 0;
    for (int i = 0; i < unknown.size(); i++) {
      right += nearest(pixels(unknown, i), means, counts) == unknown.label(i) ? 1 : 0;
    }

    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(200);
    assertThat(right).as("right of 1000 by nearest class mean").isBetween(600, 990);
  }

  private static int nearest(float[] image, double[][] means, int[] counts) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int digit = 0; digit < means.length; digit++) {
      double distance = 0;
      for (int p = 0; p < PIXELS; p++) {
        double apart = image[p] - means[digit][p] / counts[digit];
        distance += apart * apart;
      }
      if (distance < least) {
        least = distance;
        best = digit;
      }
    }
    return best;
  }

  private static int fingerprint(LabelledImages images) {
    int hash = 0;
    for (int i = 0; i < images.size(); i++) {
      hash = 31 * hash + images.label(i) + 7 * Arrays.hashCode(pixels(images, i));
    }
    return hash;
  }

  private static float[] pixels(LabelledImages images, int image) {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i;
    }
    float[] pixels = new float[PIXELS];
    images.copyInto(image, 0, PIXELS, table, pixels, 0);
    return pixels;
  }
}
