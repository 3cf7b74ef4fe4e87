package io.espalier.networks.dl4j;

import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import java.nio.file.Path;

/** One copy of the generated digits for all tests. */
final class Digits {
  private static final DatasetCatalogue CATALOGUE = new DatasetCatalogue(Path.of("unused"));

  private Digits() {}

  static Dataset dataset() {
    return CATALOGUE.load("digits-generated");
  }

  /** Enough to see weights move, not enough to learn much. */
  static Dataset few() {
    return dataset().first(5_000, 1_000, 1_000);
  }
}
