package io.espalier.networks.recurrent;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.kernels.Panel;

/**
 * Which outputs a dropout silences: step, unit and sample decide, so that the same ones are met on
 * the way back, whatever portion of the batch is worked on.
 */
final class DroppedUnits {
  private final Dropout dropout;
  private final int firstSample;

  /**
   * @param firstSample number within the batch of the sample in lane 0
   */
  DroppedUnits(Dropout dropout, int firstSample) {
    this.dropout = dropout;
    this.firstSample = firstSample;
  }

  /** Sets dropped outputs, or their gradients, to zero and divides the others by what remains. */
  void apply(LayerPlan layer, Panel panel, int steps) {
    if (dropout.share() == 0) {
      return;
    }
    float scale = (float) (1 / (1 - dropout.share()));
    long limit = dropout.limit();
    for (int step = 0; step < steps; step++) {
      for (int unit = layer.first(); unit < layer.first() + layer.units(); unit++) {
        int at = panel.at(step) + unit * panel.lanes();
        long place = ((long) step << 32) + unit;
        for (int lane = 0; lane < panel.lanes(); lane++) {
          boolean dropped = dropout.random(place, firstSample + lane) < limit;
          panel.values()[at + lane] *= dropped ? 0 : scale;
        }
      }
    }
  }
}
