package io.espalier.launcher.stack;

import java.nio.file.Path;

/**
 * What can be chosen about a stack.
 *
 * @param dataDir where everything is kept: broker, database, artifacts, datasets, logs
 * @param port the port of the web UI, or 0 for a free one
 * @param trainers trainer processes to start with
 * @param verbose whether the logs of all processes are shown
 */
public record StackOptions(Path dataDir, int port, int trainers, boolean verbose) {

  /** The most trainer processes one machine runs. */
  public static final int MOST_TRAINERS = 64;

  public StackOptions {
    dataDir = dataDir.toAbsolutePath().normalize();
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", allowed: 0 to 65535");
    }
    requireTrainers(trainers);
  }

  /** Refuses a number of trainers that is not allowed. */
  static void requireTrainers(int trainers) {
    if (trainers < 0 || trainers > MOST_TRAINERS) {
      throw new IllegalArgumentException(
          "trainers is " + trainers + ", allowed: 0 to " + MOST_TRAINERS);
    }
  }

  /** The data directory unless another is named. */
  public static Path defaultDataDir() {
    return Path.of(System.getProperty("user.home"), ".espalier");
  }

  /** Where datasets are cached and registered, in this data directory. */
  public Path datasetsDir() {
    return datasetsDir(dataDir);
  }

  /** Where datasets are cached and registered, in a data directory. */
  public static Path datasetsDir(Path dataDir) {
    return dataDir.resolve("datasets");
  }

  /** Where jars with saliencies lie, in a data directory. */
  static Path pluginsDir(Path dataDir) {
    return dataDir.resolve("plugins");
  }

  Path runDir() {
    return dataDir.resolve("run");
  }
}
