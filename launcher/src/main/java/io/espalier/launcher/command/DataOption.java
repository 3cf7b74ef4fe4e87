package io.espalier.launcher.command;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.launcher.stack.StackOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that talks to a running stack. */
public final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data directory of the running stack (default: ~/.espalier)")
  private Path data = StackOptions.defaultDataDir();

  /** The data directory. */
  public Path directory() {
    return data.toAbsolutePath().normalize();
  }

  /** The artifacts of the data directory. */
  public DirectoryArtifactStore artifacts() {
    return new DirectoryArtifactStore(directory().resolve("artifacts"));
  }

  /** The datasets of the data directory. */
  public DatasetCatalogue datasets() {
    return new DatasetCatalogue(StackOptions.datasetsDir(directory()));
  }
}
