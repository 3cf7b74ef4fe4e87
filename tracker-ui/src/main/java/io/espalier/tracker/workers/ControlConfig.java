package io.espalier.tracker.workers;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The launcher's control API, if a launcher started this server. */
@ConfigMapping(prefix = "espalier.control")
public interface ControlConfig {
  /** Such as {@code http://127.0.0.1:40123}. */
  Optional<URI> url();

  /** Sent with every request. */
  Optional<String> token();
}
