package io.espalier.networks.engine;

/**
 * Inverted dropout of one batch: each unit's output is dropped with a probability, the rest is
 * divided by what remains of 1.
 *
 * @param share probability, 0 (nothing is dropped) up to, not including, 1
 * @param seed of this batch; the same seed drops the same units
 */
public record Dropout(double share, long seed) {
  /** Nothing is dropped. */
  public static final Dropout NONE = new Dropout(0, 0);
}
