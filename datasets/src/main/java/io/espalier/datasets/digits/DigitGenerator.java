package io.espalier.datasets.digits;

import io.espalier.datasets.idx.LabelledImages;
import java.util.Random;

/**
 * Draws digits under random distortions: the same seed gives the same bytes on every machine,
 * because only exactly specified arithmetic is used ({@link Random}, {@link StrictMath}, basic
 * operations).
 */
public final class DigitGenerator {
  /** Pixels per row and column. */
  public static final int SIDE = 28;

  /** Digits 0 to 9. */
  public static final int CLASSES = Glyphs.count();

  /** The glyph's square covers this many pixels before it is distorted. */
  private static final double SCALE = 19;

  private static final double NOISE = 12;

  private DigitGenerator() {}

  /**
   * Draws {@code count} images; labels are uniformly random.
   *
   * <p>Each is one glyph whose points were shaken, then rotated, sheared, scaled and shifted as a
   * whole, drawn with a pen of random width, with uniform noise on every pixel.
   */
  public static LabelledImages generate(long seed, int count) {
    Random random = new Random(seed);
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * SIDE * SIDE];
    Canvas canvas = new Canvas(SIDE);
    for (int image = 0; image < count; image++) {
      labels[image] = (byte) random.nextInt(CLASSES);
      canvas.clear();
      draw(labels[image], canvas, random);
      int offset = image * SIDE * SIDE;
      for (int i = 0; i < SIDE * SIDE; i++) {
        double grey = 255 * canvas.ink(i) + NOISE * (2 * random.nextDouble() - 1);
        pixels[offset + i] = (byte) (int) Math.max(0, Math.min(255, grey));
      }
    }
    return new LabelledImages(pixels, 0, SIDE * SIDE, labels);
  }

  private static void draw(int digit, Canvas canvas, Random random) {
    double angle = between(random, -0.3, 0.3);
    double shear = between(random, -0.25, 0.25);
    double width = SCALE * between(random, 0.7, 1.1);
    double height = SCALE * between(random, 0.8, 1.1);
    double shiftX = SIDE / 2.0 + between(random, -2.5, 2.5);
    double shiftY = SIDE / 2.0 + between(random, -2.5, 2.5);
    double pen = between(random, 0.8, 1.6);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    for (double[] stroke : Glyphs.strokes(digit)) {
      double fromX = 0;
      double fromY = 0;
      for (int i = 0; i < stroke.length; i += 2) {
        double x = (stroke[i] - 0.5 + between(random, -0.03, 0.03)) * width;
        double y = (stroke[i + 1] - 0.5 + between(random, -0.03, 0.03)) * height;
        double slanted = x - shear * y;
        double toX = shiftX + cos * slanted - sin * y;
        double toY = shiftY + sin * slanted + cos * y;
        if (i > 0) {
          canvas.line(fromX, fromY, toX, toY, pen);
        }
        fromX = toX;
        fromY = toY;
      }
    }
  }

  private static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
