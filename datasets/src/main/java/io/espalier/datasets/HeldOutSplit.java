package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.datasets.idx.LabelledImages;
import io.espalier.datasets.order.Shuffle;
import java.util.Arrays;

/**
 * Splits images into those for training and some for validation.
 *
 * <p>The split is part of the dataset, not of a trial: one shuffle with one seed for ever, so that
 * the results of all trials compare.
 */
final class HeldOutSplit {
  private static final long SPLIT_SEED = 210_712_917L;

  private HeldOutSplit() {}

  static Dataset split(
      DatasetShape shape,
      LabelledImages learning,
      int validationImages,
      LabelledImages test,
      Normalisation normalisation) {
    int[] shuffled = Shuffle.indices(learning.size(), SPLIT_SEED);
    Rows rows = new ImageRows(learning, normalisation);
    int cut = learning.size() - validationImages;
    return new Dataset(
        shape,
        new VectorSamples(rows, Arrays.copyOfRange(shuffled, 0, cut)),
        new VectorSamples(rows, Arrays.copyOfRange(shuffled, cut, shuffled.length)),
        VectorSamples.all(new ImageRows(test, normalisation)));
  }
}
