package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All datasets that a campaign can name.
 *
 * <p>An instance keeps what it has loaded, so that all trainings of a process share one copy. It is
 * safe for use by many threads; several processes may share one directory.
 */
public final class DatasetCatalogue {
  private static final List<DatasetSource> SOURCES = List.of(new Mnist(), new GeneratedDigits());

  private final Path directory;
  private final Map<String, Dataset> loaded = new HashMap<>();

  /**
   * @param directory the cache directory; it is made when it is first needed
   */
  public DatasetCatalogue(Path directory) {
    this.directory = directory;
  }

  /** The shape of each dataset by its name, in the order in which people should see them. */
  public static Map<String, DatasetShape> shapes() {
    Map<String, DatasetShape> shapes = new LinkedHashMap<>();
    SOURCES.forEach(source -> shapes.put(source.shape().name(), source.shape()));
    return shapes;
  }

  /** What each dataset is, in a sentence for people, by its name. */
  public static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    SOURCES.forEach(source -> descriptions.put(source.shape().name(), source.description()));
    return descriptions;
  }

  /**
   * The dataset of this name; fetched, checked and read at the first call.
   *
   * @throws IllegalArgumentException if the catalogue has no such dataset
   * @throws DatasetUnavailable if its files are altered or cannot be fetched
   */
  public synchronized Dataset load(String name) {
    Dataset known = loaded.get(name);
    if (known == null) {
      known = source(name).load(directory, ProgressListener.SILENT);
      loaded.put(name, known);
    }
    return known;
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

  private static DatasetSource source(String name) {
    return SOURCES.stream()
        .filter(source -> source.shape().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dataset is '" + name + "', allowed: " + String.join(", ", shapes().keySet())));
  }
}
