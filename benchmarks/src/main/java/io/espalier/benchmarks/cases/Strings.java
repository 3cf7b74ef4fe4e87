package io.espalier.benchmarks.cases;

import io.espalier.datasets.DatasetCatalogue;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.training.DataOrder;
import java.nio.file.Path;

/**
 * 18,750 strings of the Reber grammar and damaged ones, generated when they are first asked for.
 */
final class Strings {
  private SequenceSamples samples;
  private int[] order;

  synchronized SequenceSamples samples() {
    if (samples == null) {
      samples = (SequenceSamples) new DatasetCatalogue(Path.of(".")).load("reber").training();
    }
    return samples;
  }

  /** A shuffled order, as in an epoch; shared, not to be written. */
  synchronized int[] order() {
    if (order == null) {
      order = DataOrder.of(1, 0, 1, samples().size());
    }
    return order;
  }
}
