package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.plan.Architecture.CellNetwork;

/**
 * Convolutional cell networks on Deeplearning4j: for builds with CUDA (untested), and what the
 * networks of {@code cells} are compared with. Work is that of the dense network whatever the mask.
 * Nothing of ND4J is loaded before the first network is built.
 */
public final class CellModelBuilder implements ModelBuilder<CellNetwork> {
  @Override
  public Model build(CellNetwork architecture, Checkpoint checkpoint, Mask mask) {
    checkpoint.requireFits(architecture);
    return new CellModel(architecture, checkpoint, mask);
  }
}
