package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.order.Shuffle;
import io.espalier.datasets.registry.Manifest;
import io.espalier.datasets.registry.Registry;
import io.espalier.datasets.registry.RegistryException;
import io.espalier.datasets.strings.LabelledString;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A user's labelled strings: a tenth of the training file, picked once for ever by a fixed seed, is
 * for validation.
 */
record RegisteredDataset(Manifest manifest) implements DatasetSource {
  private static final long SPLIT_SEED = 210_712_918L;
  private static final int VALIDATION_PART = 10;
  private static final int ASCII = 128;

  /** Where they lie in the directory of the catalogue. */
  static Registry registry(Path directory) {
    return new Registry(directory.resolve("registered"));
  }

  @Override
  public CatalogueEntry entry() {
    return new CatalogueEntry(
        new DatasetShape(
            manifest.name(),
            new SampleShape.Sequence(ASCII, manifest.longest()),
            manifest.classes()),
        "Strings added by a user",
        manifest.training().samples() + manifest.test().samples(),
        manifest.origin());
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    load(directory, listener);
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    listener.progress("Reading the strings of " + manifest.name());
    SequenceTable learning = table(directory, manifest.training());
    int[] shuffled = Shuffle.indices(learning.size(), SPLIT_SEED);
    int cut = learning.size() - Math.max(1, learning.size() / VALIDATION_PART);
    return new Dataset(
        entry().shape(),
        new SequenceSamples(learning, Arrays.copyOfRange(shuffled, 0, cut)),
        new SequenceSamples(learning, Arrays.copyOfRange(shuffled, cut, shuffled.length)),
        SequenceSamples.all(table(directory, manifest.test())));
  }

  private SequenceTable table(Path directory, Manifest.Part part) {
    try {
      List<LabelledString> strings = registry(directory).read(manifest, part);
      return SequenceTable.of(strings);
    } catch (RegistryException e) {
      throw new DatasetUnavailable(e.getMessage(), e);
    }
  }
}
