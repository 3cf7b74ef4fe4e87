package io.espalier.datasets;

/** Hears, in sentences for people, what the catalogue is doing while it takes its time. */
@FunctionalInterface
public interface ProgressListener {
  /** For callers that do not show progress. */
  ProgressListener SILENT = message -> {};

  /** Called for each thing begun, such as a download. */
  void progress(String message);
}
