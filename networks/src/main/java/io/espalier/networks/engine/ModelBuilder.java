package io.espalier.networks.engine;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;

/** Builds models of one family of architectures. Safe for use by many threads. */
@FunctionalInterface
public interface ModelBuilder<A extends Architecture> {

  /**
   * A model with the weights of a checkpoint that fits the architecture.
   *
   * @param mask weights that are not kept are not there: they count as zero and have no entry in
   *     {@link Model#parameters()} (a dense kernel may keep an entry whose position is -1)
   */
  Model build(A architecture, Checkpoint checkpoint, Mask mask);
}
