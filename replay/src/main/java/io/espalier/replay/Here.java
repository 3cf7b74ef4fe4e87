package io.espalier.replay;

import io.espalier.events.Provenance;
import java.util.Optional;

/** This process as events would tell of it. */
final class Here {
  private static final String VERSION =
      Optional.ofNullable(Here.class.getPackage().getImplementationVersion()).orElse("unpackaged");
  private static final String MACHINE =
      String.join(
          " ",
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          "Java",
          System.getProperty("java.version"));

  private Here() {}

  static Provenance provenance() {
    return new Provenance("replay", VERSION, "cpu", 1, MACHINE);
  }

  /** In what a telling process differs from this one; that may be why bits do. */
  static Optional<String> difference(Provenance told) {
    if (told.machine().equals(MACHINE) && told.softwareVersion().equals(VERSION)) {
      return Optional.empty();
    }
    return Optional.of(
        " (it was told by version "
            + told.softwareVersion()
            + " on "
            + told.machine()
            + ", this is version "
            + VERSION
            + " on "
            + MACHINE
            + ", which may be the reason)");
  }
}
