package io.espalier.launcher;

/** The version that the build gave the launcher's jar. */
public final class SoftwareVersion {
  private SoftwareVersion() {}

  /** The version; {@code (not packaged)} where there is no jar. */
  public static String text() {
    String built = SoftwareVersion.class.getPackage().getImplementationVersion();
    return built == null ? "(not packaged)" : built;
  }
}
