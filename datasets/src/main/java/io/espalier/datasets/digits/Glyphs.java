package io.espalier.datasets.digits;

/**
 * The shapes of the ten digits: polylines in a square from (0, 0) top left to (1, 1) bottom right.
 */
final class Glyphs {
  /** Per digit its strokes, per stroke x and y in turns. */
  private static final double[][][] STROKES = {
    {ring(0.5, 0.5, 0.28, 0.42)},
    {{0.35, 0.25, 0.53, 0.08, 0.53, 0.92}},
    {
      {
        0.24, 0.27, 0.33, 0.12, 0.52, 0.07, 0.7, 0.15, 0.74, 0.32, 0.62, 0.52, 0.24, 0.91, 0.78,
        0.91
      }
    },
    {
      {
        0.25, 0.15, 0.45, 0.07, 0.66, 0.13, 0.72, 0.29, 0.62, 0.43, 0.43, 0.47, 0.64, 0.52, 0.75,
        0.68, 0.66, 0.86, 0.45, 0.93, 0.23, 0.85
      }
    },
    {{0.62, 0.93, 0.62, 0.07, 0.2, 0.64, 0.82, 0.64}},
    {
      {
        0.72, 0.08, 0.31, 0.08, 0.27, 0.46, 0.5, 0.4, 0.69, 0.49, 0.75, 0.68, 0.66, 0.86, 0.45,
        0.93, 0.24, 0.86
      }
    },
    {{0.67, 0.08, 0.44, 0.22, 0.29, 0.46, 0.26, 0.7}, ring(0.5, 0.7, 0.24, 0.22)},
    {{0.22, 0.09, 0.77, 0.09, 0.41, 0.93}},
    {ring(0.5, 0.28, 0.2, 0.2), ring(0.5, 0.7, 0.25, 0.22)},
    {ring(0.5, 0.3, 0.23, 0.22), {0.73, 0.3, 0.72, 0.55, 0.6, 0.93}},
  };

  private Glyphs() {}

  static int count() {
    return STROKES.length;
  }

  /** The strokes of a digit; callers only read them. */
  static double[][] strokes(int digit) {
    return STROKES[digit];
  }

  private static double[] ring(double x, double y, double width, double height) {
    int corners = 16;
    double[] points = new double[2 * (corners + 1)];
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * StrictMath.PI * i / corners;
      points[2 * i] = x + width * StrictMath.cos(angle);
      points[2 * i + 1] = y + height * StrictMath.sin(angle);
    }
    return points;
  }
}
