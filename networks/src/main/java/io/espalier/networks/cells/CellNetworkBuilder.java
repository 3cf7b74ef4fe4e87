package io.espalier.networks.cells;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.CurvedModelBuilder;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.CellNetwork;

/** Builds convolutional cell networks. */
public final class CellNetworkBuilder implements CurvedModelBuilder<CellNetwork> {
  private final Kernels kernels;

  /** With the fastest kernels. */
  public CellNetworkBuilder() {
    this(Kernels.fastest());
  }

  /** With other kernels, for comparisons. */
  public CellNetworkBuilder(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public CurvedModel build(CellNetwork architecture, Checkpoint checkpoint, Mask mask) {
    checkpoint.requireFits(architecture);
    mask.requireCovers(architecture);
    return new CellModel(new Cells(architecture, checkpoint, mask, kernels), kernels);
  }
}
