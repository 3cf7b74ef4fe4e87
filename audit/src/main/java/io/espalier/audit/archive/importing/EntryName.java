package io.espalier.audit.archive.importing;

import java.util.List;
import java.util.Optional;

/** Names of ZIP entries, which are not trusted. */
final class EntryName {
  private EntryName() {}

  /** What is wrong with a name: it is absolute, leaves its directory, or is no plain file name. */
  static Optional<String> flaw(String name) {
    if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("has no plain name");
    }
    if (name.indexOf('\\') >= 0) {
      return Optional.of("has a backslash in its name");
    }
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return Optional.of("has an absolute name");
    }
    List<String> parts = List.of(name.split("/", -1));
    if (parts.contains("..")) {
      return Optional.of("leaves the directory");
    }
    return parts.contains(".") || parts.contains("")
        ? Optional.of("is no plain file")
        : Optional.empty();
  }

  /** A name that can be shown on a terminal. */
  static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 120 ? plain.substring(0, 120) + "..." : plain;
  }
}
