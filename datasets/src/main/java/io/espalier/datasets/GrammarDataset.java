package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.reber.GrammarTask;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Strings of a grammar to be told from others, made in memory from a fixed seed: 18,750 for
 * training and 6,250 for testing as in the reference, and 2,500 more for validation. No string is
 * in two parts.
 */
final class GrammarDataset implements DatasetSource {
  private static final int TRAINING = 18_750;
  private static final int VALIDATION = 2_500;
  private static final int TEST = 6_250;
  private static final int ALL = TRAINING + VALIDATION + TEST;
  private static final long SEED = 20_210_730;

  private final String name;
  private final String what;
  private final GrammarTask task;

  GrammarDataset(String name, String what, GrammarTask task) {
    this.name = name;
    this.what = what;
    this.task = task;
  }

  @Override
  public CatalogueEntry entry() {
    return new CatalogueEntry(
        new DatasetShape(name, new SampleShape.Sequence(128, task.longest()), 2),
        what + ", half of 27,500 strings are valid; generated on the spot",
        ALL,
        CatalogueEntry.GENERATED);
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    listener.progress(name + " is generated in memory, nothing to fetch");
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    listener.progress("Generating " + ALL + " strings");
    SequenceTable table = SequenceTable.of(task.generate(SEED, ALL));
    return new Dataset(
        entry().shape(),
        part(table, 0, TRAINING),
        part(table, TRAINING, TRAINING + VALIDATION),
        part(table, TRAINING + VALIDATION, ALL));
  }

  private static SequenceSamples part(SequenceTable table, int from, int to) {
    return new SequenceSamples(table, IntStream.range(from, to).toArray());
  }
}
