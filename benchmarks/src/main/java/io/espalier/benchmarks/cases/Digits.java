package io.espalier.benchmarks.cases;

import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.networks.training.DataOrder;
import java.nio.file.Path;

/** Drawn digits of MNIST's size: 50,000 images to train on, drawn when they are first asked for. */
final class Digits {
  private final DatasetCatalogue catalogue = new DatasetCatalogue(Path.of("."));
  private int[] order;

  Dataset dataset() {
    return catalogue.load("digits-generated");
  }

  /** A shuffled order of the training images, as in an epoch; shared, not to be written. */
  synchronized int[] order() {
    if (order == null) {
      order = DataOrder.of(1, 0, 1, dataset().training().size());
    }
    return order;
  }
}
