package io.espalier.datasets.idx;

/** A file is not what the IDX format says; the message names the file and what is wrong. */
public final class IdxFormatException extends Exception {
  IdxFormatException(String file, String problem) {
    super(file + " is not a valid IDX file: " + problem);
  }
}
