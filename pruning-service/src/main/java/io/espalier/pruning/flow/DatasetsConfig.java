package io.espalier.pruning.flow;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where datasets are cached. */
@ConfigMapping(prefix = "espalier.datasets")
interface DatasetsConfig {

  /** The cache directory. */
  Path dir();
}
