package io.espalier.tracker.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who may ask. */
@ConfigMapping(prefix = "espalier.http")
interface WebConfig {
  /**
   * Names under which browsers reach this server, without port. Others are refused, so that a web
   * page elsewhere cannot reach it through a name that it points here.
   */
  @WithDefault("localhost,127.0.0.1,[::1]")
  Set<String> hosts();
}
