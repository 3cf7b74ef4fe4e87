package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.datasets.reber.GrammarTask;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All datasets that a campaign can name.
 *
 * <p>An instance keeps what it has loaded, so that all trainings of a process share one copy. It is
 * safe for use by many threads; several processes may share one directory.
 */
public final class DatasetCatalogue {
  private static final List<DatasetSource> BUILT_IN =
      List.of(
          new Mnist(),
          new GeneratedDigits(),
          new GrammarDataset(
              "reber", "Strings of the Reber grammar or not", GrammarTask.REBER_GRAMMAR),
          new GrammarDataset(
              "embedded-reber",
              "Strings of the embedded Reber grammar or not",
              GrammarTask.EMBEDDED_REBER_GRAMMAR));

  private final Path directory;
  private final Map<String, Loaded> loaded = new HashMap<>();

  private record Loaded(DatasetSource source, Dataset dataset) {}

  /**
   * @param directory the cache directory; it is made when it is first needed
   */
  public DatasetCatalogue(Path directory) {
    this.directory = directory;
  }

  /** Every dataset as it is now, in the order in which people should see them. */
  public List<CatalogueEntry> entries() {
    return sources().stream().map(DatasetSource::entry).toList();
  }

  /** The shape of each dataset by its name, in the order of {@link #entries()}. */
  public Map<String, DatasetShape> shapes() {
    return entries().stream()
        .collect(
            Collectors.toMap(
                CatalogueEntry::name, CatalogueEntry::shape, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * The dataset of this name; fetched, checked and read at the first call.
   *
   * @throws IllegalArgumentException if the catalogue has no such dataset
   * @throws DatasetUnavailable if its files are altered or cannot be fetched
   */
  public synchronized Dataset load(String name) {
    DatasetSource source = source(name);
    Loaded known = loaded.get(name);
    if (known == null || !known.source().equals(source)) {
      known = new Loaded(source, source.load(directory, ProgressListener.SILENT));
      loaded.put(name, known);
    }
    return known.dataset();
  }

  /**
   * Makes sure that the files of a dataset are in the cache directory and unaltered, without
   * keeping the samples in memory.
   *
   * @throws IllegalArgumentException if the catalogue has no such dataset
   * @throws DatasetUnavailable if its files are altered or cannot be fetched
   */
  public void ensure(String name, ProgressListener listener) {
    source(name).ensure(directory, listener);
  }

  private List<DatasetSource> sources() {
    return BUILT_IN;
  }

  private DatasetSource source(String name) {
    return sources().stream()
        .filter(source -> source.entry().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dataset is '" + name + "', allowed: " + String.join(", ", shapes().keySet())));
  }
}
