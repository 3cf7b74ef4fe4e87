package io.espalier.networks.recurrent;

import io.espalier.networks.kernels.Panel;
import java.util.Arrays;

/** Panels side by side in one array. Without lanes it takes no memory and counts the values. */
final class Storage {
  private final float[] values;
  private final int lanes;
  private long perLane;

  /**
   * @param values at least those of all panels; what they hold is of no importance
   */
  Storage(float[] values, int lanes) {
    this.values = values;
    this.lanes = lanes;
  }

  static Storage nothing() {
    return new Storage(new float[0], 0);
  }

  /** The next panel, of any values. */
  Panel panel(int steps, int units) {
    Panel panel = new Panel(values, (int) (perLane * lanes), units * lanes, lanes);
    perLane += (long) steps * units;
    return panel;
  }

  /** The next panel, of any values behind a step of zeros. */
  Panel panelBehindZeros(int steps, int units) {
    Panel panel = panel(steps + 1, units);
    Arrays.fill(values, panel.at(), panel.at(1), 0);
    return panel.fromStep(1);
  }

  /** Values of all panels so far, per lane. */
  long perLane() {
    return perLane;
  }
}
