package io.espalier.datasets.source;

/** Files cannot be had; the message says what was tried and what came of it. */
public final class SourceException extends Exception {
  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
