package io.espalier.audit.archive;

/** Hears how far an export or an import is. */
@FunctionalInterface
public interface ArchiveProgress {

  /** Hears nothing. */
  ArchiveProgress NONE = (stage, done, total) -> {};

  /**
   * Called often.
   *
   * @param stage what is being done, such as {@code reading the log}
   * @param done pieces so far
   * @param total pieces in all, 0 if nobody knows
   */
  void at(String stage, long done, long total);
}
