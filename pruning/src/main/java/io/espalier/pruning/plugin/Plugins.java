package io.espalier.pruning.plugin;

import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.pruning.saliency.Saliency;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The saliencies that jars bring along. Each jar is loaded for itself, with all classes of Espalier
 * before its own; it names its saliencies in {@code META-INF/services}.
 */
public final class Plugins {
  private static final String SERVICES = "META-INF/services/" + Saliency.class.getName();

  private final Map<String, Path> jarOf = new LinkedHashMap<>();
  private final List<Saliency> saliencies = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Plugins() {}

  /**
   * The saliencies of all jars in a directory, by file name, then in the order in which a jar names
   * them. Their classes stay loaded for as long as they are used.
   *
   * @param directory need not exist: then there are none
   * @throws PluginsRefused naming every jar that cannot be read or loaded, names no saliency, or
   *     gives one a name that campaigns cannot use ({@link Criterion#isPluginName}) or that of
   *     another
   */
  public static List<Saliency> in(Path directory) {
    Plugins plugins = new Plugins();
    for (Path jar : jars(directory)) {
      plugins.load(jar);
    }
    if (!plugins.problems.isEmpty()) {
      throw new PluginsRefused(plugins.problems);
    }
    return List.copyOf(plugins.saliencies);
  }

  private static List<Path> jars(Path directory) {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PluginsRefused(List.of(directory + " cannot be read: " + e));
    }
  }

  private void load(Path jar) {
    try {
      requireNames(jar);
      ClassLoader loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, Saliency.class.getClassLoader());
      ServiceLoader.load(Saliency.class, loader).stream()
          .filter(provider -> provider.type().getClassLoader() == loader)
          .forEach(provider -> add(jar, provider.get()));
    } catch (IOException | RuntimeException | LinkageError | ServiceConfigurationError e) {
      refuse(jar, "cannot be loaded: " + e + (e.getCause() == null ? "" : ": " + e.getCause()));
    }
  }

  private static void requireNames(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry(SERVICES) == null) {
        throw new IOException("it has no " + SERVICES);
      }
    }
  }

  private void add(Path jar, Saliency saliency) {
    String name = saliency.name();
    if (name == null || !Criterion.isPluginName(name)) {
      refuse(
          jar,
          "calls a saliency '"
              + name
              + "', allowed: a name with a dot, as mylab.movement, of"
              + " letters, digits and underscores");
    } else if (jarOf.containsKey(name)) {
      refuse(jar, "has a saliency '" + name + "', as " + jarOf.get(name).getFileName() + " has");
    } else {
      jarOf.put(name, jar);
      saliencies.add(saliency);
    }
  }

  private void refuse(Path jar, String problem) {
    problems.add(jar.getFileName() + " " + problem);
  }
}
