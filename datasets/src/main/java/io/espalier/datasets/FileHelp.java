package io.espalier.datasets;

import java.nio.file.Path;

/**
 * What a person can do when the files of a dataset cannot be fetched.
 *
 * @param dataset its name, also that of its folder in the cache
 * @param command fetches the files on a machine with network access
 * @param files which files that gives, in words
 */
record FileHelp(String dataset, String command, String files) {

  DatasetUnavailable unavailable(Path directory, Exception cause) {
    return new DatasetUnavailable(
        "Dataset "
            + dataset
            + " is not available: "
            + cause.getMessage()
            + "\nWhat helps: run `"
            + command
            + "` on a machine with network access and put "
            + files
            + " into "
            + directory.resolve(dataset).toAbsolutePath()
            + "; or use the generated dataset (`--offline`, or `dataset: digits-generated` in the"
            + " campaign file).",
        cause);
  }
}
