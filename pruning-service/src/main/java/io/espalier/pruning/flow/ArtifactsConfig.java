package io.espalier.pruning.flow;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where artifacts are kept. */
@ConfigMapping(prefix = "espalier.artifacts")
interface ArtifactsConfig {

  /** The store's directory, shared with the trainers. */
  Path dir();
}
