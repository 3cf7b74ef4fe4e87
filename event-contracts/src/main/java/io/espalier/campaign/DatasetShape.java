package io.espalier.campaign;

import io.espalier.plan.Require;

/**
 * What a campaign must know of a dataset.
 *
 * @param name name in the catalogue
 * @param inputs values per sample
 * @param classes number of labels
 */
public record DatasetShape(String name, int inputs, int classes) {
  public DatasetShape {
    Require.text("dataset.name", name);
    Require.atLeast("dataset.inputs", inputs, 1);
    Require.atLeast("dataset.classes", classes, 2);
  }
}
