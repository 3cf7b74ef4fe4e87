package io.espalier.tracker.web;

import java.util.List;

/** Which paths are pages that the browser draws, and which are asked by machines only. */
final class Pages {
  private static final List<String> CLIENT =
      List.of("/launch", "/campaigns", "/trials", "/workers");
  private static final List<String> SERVED = List.of("/api", "/q", "/static");
  private static final List<String> PROBES = List.of("/q/health", "/q/metrics");

  private Pages() {}

  /**
   * Whether the single-page application draws this path. It also draws the page for paths that lead
   * nowhere, unless they look like a file.
   */
  static boolean client(String path) {
    boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
    return under(CLIENT, path) || !(path.equals("/") || file || under(SERVED, path));
  }

  /** Whether the path tells only whether the service is well; asked by address, not by name. */
  static boolean probe(String path) {
    return under(PROBES, path);
  }

  private static boolean under(List<String> roots, String path) {
    return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }
}
