package io.espalier.datasets.registry;

/** A registered dataset cannot be had or stored; the message says which, why, and what helps. */
public final class RegistryException extends Exception {
  RegistryException(String message) {
    super(message);
  }

  RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
