package io.espalier.networks.training;

/** A network cannot be built, or does not fit the dataset; the message says why. */
public final class UnbuildableNetwork extends RuntimeException {

  public UnbuildableNetwork(String message) {
    super(message);
  }
}
