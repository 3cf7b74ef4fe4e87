package io.espalier.pruning.plugin;

import java.util.List;

/** Jars in the directory of plug-ins cannot be used; the message says which and why. */
public final class PluginsRefused extends RuntimeException {
  PluginsRefused(List<String> problems) {
    super("plug-ins cannot be used: " + String.join("; ", problems));
  }
}
