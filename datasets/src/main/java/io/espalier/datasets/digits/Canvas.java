package io.espalier.datasets.digits;

import java.util.Arrays;

/** A square of pixels on which a round pen draws lines with soft edges, one pixel wide. */
final class Canvas {
  private final int side;
  private final double[] ink;

  Canvas(int side) {
    this.side = side;
    this.ink = new double[side * side];
  }

  void clear() {
    Arrays.fill(ink, 0);
  }

  /** How dark a pixel is, 0..1; pixels are counted row by row. */
  double ink(int pixel) {
    return ink[pixel];
  }

  /** Draws a line; {@code pen} is half the line's width, coordinates are in pixels. */
  void line(double fromX, double fromY, double toX, double toY, double pen) {
    double reach = pen + 1;
    int left = bounded(Math.min(fromX, toX) - reach);
    int right = bounded(Math.max(fromX, toX) + reach);
    int top = bounded(Math.min(fromY, toY) - reach);
    int bottom = bounded(Math.max(fromY, toY) + reach);
    double lineX = toX - fromX;
    double lineY = toY - fromY;
    double lengthSquared = lineX * lineX + lineY * lineY;
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double x = column + 0.5 - fromX;
        double y = row + 0.5 - fromY;
        double along = lengthSquared == 0 ? 0 : (x * lineX + y * lineY) / lengthSquared;
        double nearest = Math.max(0, Math.min(1, along));
        double apartX = x - nearest * lineX;
        double apartY = y - nearest * lineY;
        double distance = Math.sqrt(apartX * apartX + apartY * apartY);
        double dark = Math.max(0, Math.min(1, pen + 0.5 - distance));
        int pixel = row * side + column;
        ink[pixel] = Math.max(ink[pixel], dark);
      }
    }
  }

  private int bounded(double coordinate) {
    return Math.max(0, Math.min(side - 1, (int) Math.floor(coordinate)));
  }
}
