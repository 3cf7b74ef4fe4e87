package io.espalier.networks.trainer;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.networks.cells.CellNetworkBuilder;
import io.espalier.networks.dl4j.CellModelBuilder;
import io.espalier.networks.dl4j.Dl4jTrainer;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.feedforward.FeedForwardBuilder;
import io.espalier.networks.feedforward.GraphFeedForwardBuilder;
import io.espalier.networks.loop.EngineNetwork;
import io.espalier.networks.recurrent.RecurrentModels;
import io.espalier.networks.training.NetworkTrainer;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;

/** Trains networks of every family, each with the engine that is best at it. */
public final class Networks implements NetworkTrainer {

  @Override
  public TrainableNetwork from(Architecture architecture, Checkpoint checkpoint) {
    return architecture.match(
        network -> new EngineNetwork<>(new FeedForwardBuilder(), network, checkpoint),
        network -> new EngineNetwork<>(new GraphFeedForwardBuilder(), network, checkpoint),
        network -> new EngineNetwork<>(RecurrentModels.stacks(), network, checkpoint),
        network -> new EngineNetwork<>(RecurrentModels.graphs(), network, checkpoint),
        network -> new EngineNetwork<>(cells(), network, checkpoint));
  }

  /**
   * A model on the CPU that tells second derivatives.
   *
   * @throws ArtifactUnreadable listing every mismatch between checkpoint and architecture
   * @throws UnbuildableNetwork if it would take more memory than it may
   */
  public static CurvedModel curved(Architecture architecture, Checkpoint checkpoint, Mask mask) {
    checkpoint.requireFits(architecture);
    return architecture.match(
        network -> new FeedForwardBuilder().build(network, checkpoint, mask),
        network -> new GraphFeedForwardBuilder().build(network, checkpoint, mask),
        network -> RecurrentModels.stacks().build(network, checkpoint, mask),
        network -> RecurrentModels.graphs().build(network, checkpoint, mask),
        network -> new CellNetworkBuilder().build(network, checkpoint, mask));
  }

  /** That of cell networks, the only ones that can run elsewhere than on the CPU. */
  @Override
  public String device() {
    return new Dl4jTrainer().device();
  }

  /** DL4J is what runs on a GPU; on a CPU the kernels are ten times as fast. */
  private ModelBuilder<CellNetwork> cells() {
    return device().equals("cpu") ? new CellNetworkBuilder() : new CellModelBuilder();
  }
}
