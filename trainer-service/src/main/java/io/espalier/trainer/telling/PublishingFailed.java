package io.espalier.trainer.telling;

/** The broker did not confirm a record; what it tells must not be taken as told. */
public final class PublishingFailed extends RuntimeException {
  PublishingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
