package io.espalier.networks.trainer;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.networks.cells.CellNetworkBuilder;
import io.espalier.networks.dl4j.CellModelBuilder;
import io.espalier.networks.dl4j.Dl4jTrainer;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.feedforward.FeedForwardBuilder;
import io.espalier.networks.feedforward.GraphFeedForwardBuilder;
import io.espalier.networks.loop.EngineNetwork;
import io.espalier.networks.recurrent.RecurrentModels;
import io.espalier.networks.training.NetworkTrainer;
import io.espalier.networks.training.TrainableNetwork;
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
