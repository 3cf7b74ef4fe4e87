package io.espalier.datasets.registry;

import io.espalier.datasets.source.AtomicFile;
import io.espalier.datasets.source.DirectoryLock;
import io.espalier.datasets.source.PinnedFile;
import io.espalier.datasets.strings.CsvColumns;
import io.espalier.datasets.strings.LabelledString;
import io.espalier.datasets.strings.Problems;
import io.espalier.datasets.strings.StringsCsv;
import io.espalier.datasets.strings.StringsReader;
import io.espalier.envelope.Json;
import io.espalier.plan.Require;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of registered datasets: a manifest {@code NAME.json} for each, beside CSV files that
 * are named by their hash.
 *
 * <p>The files are written first and the manifest is moved into place, so that a dataset is there
 * whole or not at all, and a replaced one is the old or the new one at any moment. Writers take
 * turns, those of other processes too.
 */
public final class Registry {
  private static final String MANIFEST = ".json";

  private final Path directory;

  /**
   * @param directory it is made when something is registered
   */
  public Registry(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /** All manifests that can be read, by name. */
  public List<Manifest> manifests() {
    List<Manifest> manifests = new ArrayList<>();
    readAll(manifests, new TreeMap<>());
    return List.copyOf(manifests);
  }

  /** What is wrong with the others, by name. */
  public Map<String, String> unreadable() {
    Map<String, String> problems = new TreeMap<>();
    readAll(new ArrayList<>(), problems);
    return problems;
  }

  private void readAll(List<Manifest> manifests, Map<String, String> problems) {
    for (String name : names()) {
      try {
        manifests.add(manifest(name));
      } catch (RegistryException e) {
        problems.put(name, e.getMessage());
      }
    }
  }

  /**
   * The strings of a part, verified.
   *
   * @throws RegistryException if the file is absent or altered
   */
  public List<LabelledString> read(Manifest manifest, Manifest.Part part) throws RegistryException {
    Path file = directory.resolve(part.fileName());
    String what = "dataset " + manifest.name() + ": " + file;
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RegistryException(what + " cannot be read: " + e, e);
    }
    Optional<String> altered =
        new PinnedFile(part.fileName(), part.bytes(), part.sha256()).difference(content);
    Problems problems = new Problems();
    List<LabelledString> strings =
        StringsReader.read(
            file.toString(),
            content,
            new CsvColumns(StringsCsv.STRING, StringsCsv.LABEL, manifest.classes()),
            problems);
    if (altered.isPresent() || !problems.isEmpty() || strings.size() != part.samples()) {
      throw new RegistryException(
          what
              + " was altered: it "
              + altered.orElse("does not hold " + part.samples() + " strings")
              + ". Add the dataset again with --replace.");
    }
    return strings;
  }

  /**
   * Stores a dataset; one that has the same name and content stays as it is.
   *
   * @param replace whether one of the same name and other content may be replaced
   * @return what is stored
   * @throws NameTaken if one of the same name has other content and may not be replaced
   * @throws RegistryException if the directory cannot be written
   */
  public Manifest register(
      String name,
      int classes,
      List<LabelledString> training,
      List<LabelledString> test,
      String origin,
      boolean replace)
      throws NameTaken, RegistryException {
    byte[] trainingFile = StringsCsv.bytes(training);
    byte[] testFile = StringsCsv.bytes(test);
    int longest =
        Stream.concat(training.stream(), test.stream())
            .mapToInt(s -> s.string().length())
            .max()
            .orElseThrow();
    Manifest manifest =
        new Manifest(
            name,
            classes,
            longest,
            part(trainingFile, training.size()),
            part(testFile, test.size()),
            origin);
    Optional<Manifest> other =
        locked(
            () -> {
              boolean taken = names().contains(name);
              if (taken && !replace) {
                Manifest present = manifest(name);
                return Optional.of(present);
              }
              AtomicFile.write(directory.resolve(manifest.training().fileName()), trainingFile);
              AtomicFile.write(directory.resolve(manifest.test().fileName()), testFile);
              AtomicFile.write(
                  directory.resolve(name + MANIFEST),
                  Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
              deleteUnused();
              return Optional.empty();
            });
    if (other.isPresent() && !other.get().hasSameContent(manifest)) {
      throw new NameTaken(
          "dataset " + name + " is registered with other content, from " + other.get().origin());
    }
    return other.orElse(manifest);
  }

  /**
   * Forgets a dataset and deletes its files, unless another dataset has the same.
   *
   * @return whether there was one
   * @throws RegistryException if the directory cannot be written
   */
  public boolean remove(String name) throws RegistryException {
    if (!names().contains(name)) {
      return false;
    }
    return locked(
        () -> {
          boolean removed = Files.deleteIfExists(directory.resolve(name + MANIFEST));
          deleteUnused();
          return removed;
        });
  }

  private Manifest manifest(String name) throws RegistryException {
    Path file = directory.resolve(name + MANIFEST);
    try {
      Manifest manifest =
          Require.present(
              "manifest", Json.mapper().readValue(Files.readAllBytes(file), Manifest.class));
      if (manifest.name().equals(name)) {
        return manifest;
      }
      throw new RegistryException(file + " is the manifest of " + manifest.name());
    } catch (IOException | NullPointerException e) {
      throw new RegistryException(file + " is not a readable manifest: " + e.getMessage(), e);
    }
  }

  private List<String> names() {
    String[] files = directory.toFile().list();
    return files == null
        ? List.of()
        : Stream.of(files)
            .filter(file -> file.endsWith(MANIFEST))
            .map(file -> file.substring(0, file.length() - MANIFEST.length()))
            .filter(name -> name.matches(Manifest.NAME))
            .sorted()
            .toList();
  }

  private <T> T locked(DirectoryLock.Action<T, RegistryException> action) throws RegistryException {
    try {
      return DirectoryLock.holding(directory, action);
    } catch (IOException e) {
      throw new RegistryException("the directory " + directory + " cannot be written: " + e, e);
    }
  }

  /**
   * Data files that no manifest names; not while a manifest is unreadable, for it may name some.
   */
  private void deleteUnused() throws IOException {
    if (!unreadable().isEmpty()) {
      return;
    }
    Set<String> used = new HashSet<>();
    for (Manifest manifest : manifests()) {
      used.add(manifest.training().fileName());
      used.add(manifest.test().fileName());
    }
    String[] files = directory.toFile().list();
    for (String file : files == null ? new String[0] : files) {
      if (file.matches("[0-9a-f]{64}\\.csv") && !used.contains(file)) {
        Files.delete(directory.resolve(file));
      }
    }
  }

  private static Manifest.Part part(byte[] file, int samples) {
    return new Manifest.Part(PinnedFile.sha256(file), file.length, samples);
  }
}
