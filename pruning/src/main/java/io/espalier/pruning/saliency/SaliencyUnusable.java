package io.espalier.pruning.saliency;

/** A saliency cannot be had for a network; the message says why. */
public final class SaliencyUnusable extends Exception {
  public SaliencyUnusable(String message) {
    super(message);
  }
}
