package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.digits.DigitGenerator;
import java.nio.file.Path;

/**
 * Ten drawn digits under random distortions, 28 x 28 pixels: what a machine without a way to MNIST
 * can train on. Made in memory from fixed seeds, never stored.
 */
final class GeneratedDigits implements DatasetSource {
  private static final int TRAINING_IMAGES = 60_000;
  private static final int VALIDATION_IMAGES = 10_000;
  private static final int TEST_IMAGES = 10_000;
  private static final long TRAINING_SEED = 20_210_728;
  private static final long TEST_SEED = 20_210_729;

  @Override
  public CatalogueEntry entry() {
    return new CatalogueEntry(
        new DatasetShape(
            "digits-generated",
            new SampleShape.Image(1, DigitGenerator.SIDE, DigitGenerator.SIDE),
            DigitGenerator.CLASSES),
        "Drawn digits with random distortions and noise, generated on the spot, 70,000 images of"
            + " 28 x 28; needs no network",
        TRAINING_IMAGES + TEST_IMAGES,
        CatalogueEntry.GENERATED);
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    listener.progress("digits-generated is drawn in memory, nothing to fetch");
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    listener.progress("Drawing " + (TRAINING_IMAGES + TEST_IMAGES) + " digits");
    return HeldOutSplit.split(
        entry().shape(),
        DigitGenerator.generate(TRAINING_SEED, TRAINING_IMAGES),
        VALIDATION_IMAGES,
        DigitGenerator.generate(TEST_SEED, TEST_IMAGES),
        Normalisation.MNIST);
  }
}
