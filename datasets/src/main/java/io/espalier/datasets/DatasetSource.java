package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import java.nio.file.Path;

/** One entry of the catalogue. */
interface DatasetSource {
  DatasetShape shape();

  String description();

  /** Makes sure that everything {@link #load} needs is in the directory and unaltered. */
  void ensure(Path directory, ProgressListener listener);

  /** Ensures, then reads. */
  Dataset load(Path directory, ProgressListener listener);
}
