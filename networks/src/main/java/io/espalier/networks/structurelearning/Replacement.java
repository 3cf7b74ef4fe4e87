package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;

/** How many weights of a layer are replaced. */
final class Replacement {
  private Replacement() {}

  /** {@code round(share * kept)}, halves rounded up, and no more than there are free places. */
  static int amount(LayerMask layer, double share) {
    long free = layer.total() - layer.kept();
    return Math.toIntExact(Math.min(Math.round(share * layer.kept()), free));
  }
}
