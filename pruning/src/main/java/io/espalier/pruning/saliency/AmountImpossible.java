package io.espalier.pruning.saliency;

/** A step would cut nothing, or leave nothing. */
public final class AmountImpossible extends Exception {
  AmountImpossible(String message) {
    super(message);
  }
}
