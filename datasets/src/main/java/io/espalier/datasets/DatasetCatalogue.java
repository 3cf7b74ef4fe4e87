package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.datasets.reber.GrammarTask;
import io.espalier.datasets.registry.Manifest;
import io.espalier.datasets.registry.NameTaken;
import io.espalier.datasets.registry.Registry;
import io.espalier.datasets.registry.RegistryException;
import io.espalier.datasets.strings.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All datasets that a campaign can name.
 *
 * <p>An instance keeps what it has loaded, so that all trainings of a process share one copy. It is
 * safe for use by many threads; several processes may share one directory.
 */
public final class DatasetCatalogue {
  private static final List<DatasetSource> BUILT_IN =
      List.of(
          IdxDataset.mnist(),
          IdxDataset.fashionMnist(),
          new Cifar10(),
          new GeneratedDigits(),
          new GrammarDataset(
              "reber", "Strings of the Reber grammar or not", GrammarTask.REBER_GRAMMAR),
          new GrammarDataset(
              "embedded-reber",
              "Strings of the embedded Reber grammar or not",
              GrammarTask.EMBEDDED_REBER_GRAMMAR),
          new FunctionApproximation());

  private final Path directory;
  private final Registry registry;
  private final Map<String, Loaded> loaded = new HashMap<>();

  private record Loaded(DatasetSource source, Dataset dataset) {}

  /**
   * @param directory the cache directory; it is made when it is first needed
   */
  public DatasetCatalogue(Path directory) {
    this.directory = directory;
    this.registry = RegisteredDataset.registry(directory);
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

  /** What is wrong with registered datasets that cannot be read, by name. */
  public Map<String, String> unreadable() {
    return registry.unreadable();
  }

  /** Whether a dataset of this name came with the program, so that it cannot be removed. */
  public static boolean isBuiltIn(String name) {
    return BUILT_IN.stream().anyMatch(source -> source.entry().name().equals(name));
  }

  /**
   * Registers a user's strings in the directory, whole or not at all. Adding the same content again
   * changes nothing.
   *
   * @param replace whether other content that is registered under the name may be replaced
   * @throws DatasetRefused with all that is wrong with the name and the files
   * @throws DatasetUnavailable if the directory cannot be written
   */
  public CatalogueEntry add(CsvDataset csv, boolean replace) throws DatasetRefused {
    Problems problems = new Problems();
    if (isBuiltIn(csv.name())) {
      problems.add(csv.name(), "is a dataset that came with Espalier, allowed: another name");
    } else if (!csv.name().matches(Manifest.NAME)) {
      problems.add(
          csv.name(),
          "is no name for a dataset, allowed: 1 to 64 of a-z, 0-9, '-', '_' and '.', a letter or"
              + " digit first");
    }
    CsvDataset.Parts parts = csv.read(problems);
    if (!problems.isEmpty()) {
      throw new DatasetRefused(problems.lines());
    }
    try {
      Manifest manifest =
          registry.register(
              csv.name(),
              csv.columns().classes(),
              parts.training(),
              parts.test(),
              parts.origin(),
              replace);
      return new RegisteredDataset(manifest).entry();
    } catch (NameTaken e) {
      throw new DatasetRefused(
          List.of(e.getMessage() + ". What helps: another name, or --replace."));
    } catch (RegistryException e) {
      throw new DatasetUnavailable(e.getMessage(), e);
    }
  }

  /**
   * Removes a registered dataset with its files.
   *
   * @return whether there was one of this name
   * @throws DatasetUnavailable if the directory cannot be written
   */
  public boolean remove(String name) {
    try {
      return registry.remove(name);
    } catch (RegistryException e) {
      throw new DatasetUnavailable(e.getMessage(), e);
    }
  }

  private List<DatasetSource> sources() {
    return Stream.concat(
            BUILT_IN.stream(), registry.manifests().stream().map(RegisteredDataset::new))
        .toList();
  }

  private DatasetSource source(String name) {
    return sources().stream()
        .filter(source -> source.entry().name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private RuntimeException unknown(String name) {
    String unreadable = unreadable().get(name);
    return unreadable != null
        ? new DatasetUnavailable(unreadable)
        : new IllegalArgumentException(
            "dataset is '" + name + "', allowed: " + String.join(", ", shapes().keySet()));
  }
}
