package io.espalier.networks.feedforward;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.CurvedModelBuilder;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.FeedForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds fully connected networks: per layer a dense matrix or a list of weights. */
public final class FeedForwardBuilder implements CurvedModelBuilder<FeedForward> {
  private final Kernels kernels;

  /** With the fastest kernels. */
  public FeedForwardBuilder() {
    this(Kernels.fastest());
  }

  FeedForwardBuilder(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public CurvedModel build(FeedForward architecture, Checkpoint checkpoint, Mask mask) {
    checkpoint.requireFits(architecture);
    StageChoice choice = new StageChoice(kernels);
    int layers = architecture.widths().size() - 1;
    Linear first = Linear.of("layer0", checkpoint, mask);
    Inputs inputs = choice.inputs(first);
    List<Stage> stages = new ArrayList<>();
    stages.add(choice.first(first, inputs, hidden(0, layers, inputs.layout())));
    for (int layer = 1; layer < layers; layer++) {
      Linear linear = Linear.of("layer" + layer, checkpoint, mask);
      Layout layout = choice.layout(linear, Optional.of(stages.get(layer - 1).layout()));
      stages.add(choice.next(linear, layout, hidden(layer, layers, layout)));
    }
    return new ChainModel(new Chain(inputs, stages));
  }

  private Optional<HiddenUnits> hidden(int layer, int layers, Layout layout) {
    return layer == layers - 1
        ? Optional.empty()
        : Optional.of(new HiddenUnits(kernels.matrices(), layout, layer));
  }
}
