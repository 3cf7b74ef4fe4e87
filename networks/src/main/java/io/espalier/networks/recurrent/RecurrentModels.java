package io.espalier.networks.recurrent;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.CurvedModelBuilder;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;

/** Builders of recurrent networks. Checkpoint and mask must fit the architecture. */
public final class RecurrentModels {
  private RecurrentModels() {}

  /** Stacks of recurrent layers. */
  public static CurvedModelBuilder<RecurrentStack> stacks() {
    return (architecture, checkpoint, mask) ->
        model(Kernels.fastest(), NetworkPlan.of(architecture), checkpoint, mask);
  }

  /** Recurrent networks on graphs. */
  public static CurvedModelBuilder<GraphRecurrent> graphs() {
    return (architecture, checkpoint, mask) ->
        model(Kernels.fastest(), NetworkPlan.of(architecture), checkpoint, mask);
  }

  static CurvedModel model(Kernels kernels, NetworkPlan plan, Checkpoint checkpoint, Mask mask) {
    return new RecurrentModel(kernels, plan, checkpoint, mask);
  }
}
