package io.espalier.datasets;

import java.nio.file.Path;

/** Where the samples of one entry come from. Equal sources load equal samples. */
interface DatasetSource {
  CatalogueEntry entry();

  /** Makes sure that everything {@link #load} needs is in the directory and unaltered. */
  void ensure(Path directory, ProgressListener listener);

  /** Ensures, then reads. */
  Dataset load(Path directory, ProgressListener listener);
}
