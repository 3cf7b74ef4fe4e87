package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.datasets.idx.LabelledImages;
import io.espalier.datasets.order.Shuffle;
import java.util.Arrays;
import java.util.List;

/**
 * Splits 60,000 images into 50,000 for training and 10,000 for validation.
 *
 * <p>The split is part of the dataset, not of a trial: one shuffle with one seed for ever, so that
 * the results of all trials compare.
 */
final class HeldOutSplit {
  private static final long SPLIT_SEED = 210_712_917L;
  private static final int VALIDATION_IMAGES = 10_000;

  /** As customary for MNIST: the mean of all pixels of its 60,000 images, in 0..1. */
  private static final double MEAN = 0.1307;

  /** And their standard deviation. */
  private static final double STANDARD_DEVIATION = 0.3081;

  private HeldOutSplit() {}

  static Dataset split(DatasetShape shape, LabelledImages learning, LabelledImages test) {
    Normalisation normalisation = new Normalisation(List.of(MEAN), List.of(STANDARD_DEVIATION));
    int[] shuffled = Shuffle.indices(learning.size(), SPLIT_SEED);
    Rows rows = new ImageRows(learning, normalisation);
    int cut = learning.size() - VALIDATION_IMAGES;
    return new Dataset(
        shape,
        new VectorSamples(rows, Arrays.copyOfRange(shuffled, 0, cut)),
        new VectorSamples(rows, Arrays.copyOfRange(shuffled, cut, shuffled.length)),
        VectorSamples.all(new ImageRows(test, normalisation)));
  }
}
