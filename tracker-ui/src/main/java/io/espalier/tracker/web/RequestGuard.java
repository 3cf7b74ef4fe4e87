package io.espalier.tracker.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request may pass: its host must be one of ours, and one that changes something
 * must not come from a page of another origin.
 */
final class RequestGuard {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> hosts;

  RequestGuard(Set<String> hosts) {
    this.hosts = hosts;
  }

  /**
   * Returns why the request is refused; empty if it may pass. Absent headers are null.
   *
   * @param host the header {@code Host}
   * @param origin the header {@code Origin}, which browsers send with what changes something
   * @param site the header {@code Sec-Fetch-Site}
   */
  Optional<String> refuses(String method, String host, String origin, String site) {
    if (host == null || !hosts.contains(nameOf(host))) {
      return Optional.of(
          "host '" + host + "' is not one of " + hosts + "; see espalier.http.hosts");
    }
    if (READING.contains(method)) {
      return Optional.empty();
    }
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return Optional.of("requests from other sites cannot change anything");
    }
    if (origin != null && !host.equalsIgnoreCase(authority(origin))) {
      return Optional.of("origin '" + origin + "' is not this server");
    }
    return Optional.empty();
  }

  private static String nameOf(String host) {
    int port = host.lastIndexOf(':');
    String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return name.toLowerCase(Locale.ROOT);
  }

  private static String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
