package io.espalier.pruning.flow;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where saliencies of one's own are. */
@ConfigMapping(prefix = "espalier.plugins")
interface PluginsConfig {

  /** The directory of their jars; absent: there are none. */
  Optional<Path> dir();
}
