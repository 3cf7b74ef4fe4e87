package io.espalier.networks.cells;

/**
 * How the pixels of feature maps are numbered: row by row, with a border of zeros around them that
 * convolutions may read.
 *
 * @param height rows without the border
 * @param width pixels per row without the border
 * @param border rows and columns on each side
 */
record Grid(int height, int width, int border) {

  /** A grid of one pixel. */
  static final Grid POINT = new Grid(1, 1, 0);

  /** Distance between vertical neighbours. */
  int row() {
    return width + 2 * border;
  }

  /** Number of pixels with the border. */
  int size() {
    return (height + 2 * border) * row();
  }

  /** Number of a pixel; -border is the first row or column. */
  int pixel(int y, int x) {
    return (y + border) * row() + x + border;
  }

  /** Pixels without the border. */
  int inner() {
    return height * width;
  }

  /** From the first to the last inner pixel, with the border pixels between them. */
  int span() {
    return (height - 1) * row() + width;
  }
}
