package io.espalier.datasets.registry;

/** Another dataset has the name. */
public final class NameTaken extends Exception {
  NameTaken(String message) {
    super(message);
  }
}
