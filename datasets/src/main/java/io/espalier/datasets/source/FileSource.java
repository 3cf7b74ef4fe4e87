package io.espalier.datasets.source;

import java.util.List;
import java.util.Map;

/** A place that files can be fetched from. */
@FunctionalInterface
public interface FileSource {
  /**
   * Fetches files.
   *
   * @return the content of those that the source holds, by {@link PinnedFile#name()}; unchecked
   * @throws SourceException if the source cannot be reached or read
   */
  Map<String, byte[]> fetch(List<PinnedFile> files) throws SourceException;
}
