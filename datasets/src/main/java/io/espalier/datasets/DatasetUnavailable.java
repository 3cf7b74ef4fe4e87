package io.espalier.datasets;

/** A dataset cannot be had; the message says what was tried and what would help. */
public final class DatasetUnavailable extends RuntimeException {

  public DatasetUnavailable(String message) {
    super(message);
  }

  public DatasetUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
