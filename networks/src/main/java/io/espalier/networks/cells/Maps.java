package io.espalier.networks.cells;

import io.espalier.networks.kernels.Panel;
import java.util.Arrays;

/** Feature maps of some samples, or their gradients: per pixel a row of lanes for each map. */
final class Maps {
  private final Grid grid;
  private final int count;
  private final Panel panel;

  Maps(Grid grid, int count, int lanes) {
    this.grid = grid;
    this.count = count;
    this.panel = Panel.zeros(grid.size(), count, lanes);
  }

  Grid grid() {
    return grid;
  }

  int count() {
    return count;
  }

  int lanes() {
    return panel.lanes();
  }

  float[] values() {
    return panel.values();
  }

  /** All maps at a pixel and the pixels that follow it. */
  Panel from(int y, int x) {
    return panel.fromStep(grid.pixel(y, x));
  }

  /** Position of the first map's first lane at a pixel. */
  int at(int y, int x) {
    return grid.pixel(y, x) * floatsPerPixel();
  }

  int floatsPerPixel() {
    return count * panel.lanes();
  }

  void clear() {
    Arrays.fill(values(), 0);
  }

  void add(Maps other) {
    float[] sums = values();
    float[] values = other.values();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }
}
