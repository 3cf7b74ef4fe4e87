package io.espalier.networks.trainer;

import io.espalier.networks.cells.CellNetworkBuilder;
import io.espalier.networks.checkpoint.Checkpoint;
import io.espalier.networks.dl4j.CellModelBuilder;
import io.espalier.networks.dl4j.Dl4jTrainer;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.loop.EngineNetwork;
import io.espalier.networks.recurrent.RecurrentModels;
import io.espalier.networks.training.NetworkTrainer;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;

/** Trains networks of every family, each with the engine that is best at it. */
public final class Networks implements NetworkTrainer {
  private final NetworkTrainer dl4j = new Dl4jTrainer();

  @Override
  public TrainableNetwork from(Architecture architecture, Checkpoint checkpoint) {
    return architecture.match(
        feedForward -> dl4j.from(feedForward, checkpoint),
        Networks::unbuildable,
        network -> new EngineNetwork<>(RecurrentModels.stacks(), network, checkpoint),
        network -> new EngineNetwork<>(RecurrentModels.graphs(), network, checkpoint),
        network -> new EngineNetwork<>(cells(), network, checkpoint));
  }

  @Override
  public String device() {
    return dl4j.device();
  }

  /** DL4J is what runs on a GPU; on a CPU the kernels are ten times as fast. */
  private ModelBuilder<CellNetwork> cells() {
    return device().equals("cpu") ? new CellNetworkBuilder() : new CellModelBuilder();
  }

  private static TrainableNetwork unbuildable(Architecture architecture) {
    throw new UnbuildableNetwork(
        "networks like " + architecture.label() + " cannot be trained by this version");
  }
}
