package io.espalier.networks.engine;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;

/** Builds models that tell second derivatives. */
@FunctionalInterface
public interface CurvedModelBuilder<A extends Architecture> extends ModelBuilder<A> {
  @Override
  CurvedModel build(A architecture, Checkpoint checkpoint, Mask mask);
}
