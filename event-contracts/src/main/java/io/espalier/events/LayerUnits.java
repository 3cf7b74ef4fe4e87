package io.espalier.events;

import io.espalier.plan.Require;

/**
 * The units of a layer that nothing reaches or that reach nothing.
 *
 * @param layer name of the layer of units
 * @param dead units without a kept weight into them, or without one out of them
 * @param units of the dense layer
 */
public record LayerUnits(String layer, long dead, long units) {
  public LayerUnits {
    Require.text("units.layer", layer);
    Require.atLeast("units.units", units, 1);
    Require.within("units.dead", dead, 0, units);
  }
}
