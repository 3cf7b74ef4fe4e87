package io.espalier.pruning.flow;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** What this service shares with the others. */
@ConfigMapping(prefix = "espalier")
interface EspalierConfig {

  /** The artifact store. */
  Artifacts artifacts();

  /** The datasets. */
  Datasets datasets();

  /** Where artifacts are kept. */
  interface Artifacts {
    /** The store's directory. */
    Path dir();
  }

  /** Where datasets are cached. */
  interface Datasets {
    /** The cache directory. */
    Path dir();
  }
}
