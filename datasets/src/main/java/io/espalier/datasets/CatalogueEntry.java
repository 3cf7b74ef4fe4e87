package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.plan.Require;

/**
 * What people should know of a dataset before it is loaded.
 *
 * @param shape name, kind of samples and classes
 * @param description what it is, in a sentence
 * @param samples how many there are in all parts together
 * @param origin where its samples come from
 */
public record CatalogueEntry(DatasetShape shape, String description, int samples, String origin) {
  static final String GENERATED = "generated";

  public CatalogueEntry {
    Require.present("entry.shape", shape);
    Require.text("entry.description", description);
    Require.atLeast("entry.samples", samples, 3);
    Require.text("entry.origin", origin);
  }

  /** Name in the catalogue. */
  public String name() {
    return shape.name();
  }
}
