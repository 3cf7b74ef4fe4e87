package io.espalier.networks.cells;

import java.util.Arrays;

/** Maximum or mean over 3 x 3 pixels, of which those beyond the border do not count. */
final class Pooling implements Operation {
  private final boolean maximum;

  /**
   * @param maximum or else the mean
   */
  Pooling(boolean maximum) {
    this.maximum = maximum;
  }

  @Override
  public void forward(Maps input, Maps output) {
    eachPixel(
        input,
        (at, neighbours) -> {
          if (maximum) {
            greatest(input.values(), neighbours, output, at);
          } else {
            mean(input.values(), neighbours, output, at);
          }
        });
  }

  /** Of equal neighbours the first, by row and column, gets the gradient of a maximum. */
  @Override
  public void backward(Maps input, Maps output, Maps delta, Maps inputDelta) {
    eachPixel(
        input,
        (at, neighbours) -> {
          if (maximum) {
            toGreatest(input, neighbours, output, delta, inputDelta, at);
          } else {
            toAll(delta, neighbours, inputDelta, at);
          }
        });
  }

  private static void greatest(float[] input, int[] neighbours, Maps output, int at) {
    float[] values = output.values();
    int floats = output.floatsPerPixel();
    System.arraycopy(input, neighbours[0], values, at, floats);
    for (int n = 1; n < neighbours.length; n++) {
      int from = neighbours[n];
      for (int i = 0; i < floats; i++) {
        values[at + i] = Math.max(values[at + i], input[from + i]);
      }
    }
  }

  private static void mean(float[] input, int[] neighbours, Maps output, int at) {
    float[] values = output.values();
    int floats = output.floatsPerPixel();
    Arrays.fill(values, at, at + floats, 0);
    for (int from : neighbours) {
      for (int i = 0; i < floats; i++) {
        values[at + i] += input[from + i];
      }
    }
    for (int i = 0; i < floats; i++) {
      values[at + i] /= neighbours.length;
    }
  }

  private static void toGreatest(
      Maps input, int[] neighbours, Maps output, Maps delta, Maps inputDelta, int at) {
    float[] values = input.values();
    for (int i = 0; i < output.floatsPerPixel(); i++) {
      float greatest = output.values()[at + i];
      int n = 0;
      while (n < neighbours.length - 1 && values[neighbours[n] + i] != greatest) {
        n++;
      }
      inputDelta.values()[neighbours[n] + i] += delta.values()[at + i];
    }
  }

  private static void toAll(Maps delta, int[] neighbours, Maps inputDelta, int at) {
    float[] values = inputDelta.values();
    float share = 1f / neighbours.length;
    for (int to : neighbours) {
      for (int i = 0; i < delta.floatsPerPixel(); i++) {
        values[to + i] += share * delta.values()[at + i];
      }
    }
  }

  /** What is done at a pixel. */
  @FunctionalInterface
  private interface Visit {
    /**
     * @param at position of the pixel
     * @param neighbours positions of it and its neighbours, by row and column
     */
    void pixel(int at, int[] neighbours);
  }

  private static void eachPixel(Maps maps, Visit visit) {
    Grid grid = maps.grid();
    int[] neighbours = new int[9];
    for (int y = 0; y < grid.height(); y++) {
      for (int x = 0; x < grid.width(); x++) {
        int count = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(grid.height() - 1, y + 1); row++) {
          for (int column = Math.max(0, x - 1);
              column <= Math.min(grid.width() - 1, x + 1);
              column++) {
            neighbours[count++] = maps.at(row, column);
          }
        }
        visit.pixel(maps.at(y, x), Arrays.copyOf(neighbours, count));
      }
    }
  }
}
