package io.espalier.predictor.flow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configuration of this service. */
@ConfigMapping(prefix = "espalier.predictor")
interface PredictorConfig {

  /** Trials of one campaign whose dense training may be open at once, 1 or more. */
  @WithDefault("16")
  int window();
}
