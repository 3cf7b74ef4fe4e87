package io.espalier.networks.loop;

import io.espalier.datasets.Dataset;
import io.espalier.events.Quality;
import io.espalier.networks.artifact.ArtifactUnreadable;
import io.espalier.networks.checkpoint.Checkpoint;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.mask.Mask;
import io.espalier.networks.optimizing.Descent;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.Fit;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture;
import java.util.Optional;

/** A network of any family that has a {@link ModelBuilder}. */
public final class EngineNetwork<A extends Architecture> implements TrainableNetwork {
  private final A architecture;
  private final LiveModel<A> live;
  private Optional<Mask> mask = Optional.empty();

  /**
   * A dense network with the weights of a checkpoint.
   *
   * @throws ArtifactUnreadable listing every mismatch between checkpoint and architecture
   * @throws UnbuildableNetwork if the builder cannot build it
   */
  public EngineNetwork(ModelBuilder<A> builder, A architecture, Checkpoint checkpoint) {
    checkpoint.requireFits(architecture);
    this.architecture = architecture;
    this.live = new LiveModel<>(architecture, builder, checkpoint);
  }

  @Override
  public TrainingOutcome train(Dataset dataset, TrainingRun run, EpochListener listener) {
    Fit.require(architecture, dataset.shape());
    if (run.step() == 0 && run.options().structureLearning().isPresent()) {
      throw new UnbuildableNetwork("the structure of a network cannot be learned yet");
    }
    run.mask().ifPresent(held -> held.requireCovers(architecture));
    mask = run.mask();
    live.restructure(mask.orElseGet(() -> Mask.ones(architecture)));
    Descent descent = new Descent(run.options(), Optional.empty());
    return new TrainingLoop(live, dataset, run, descent, Optional.empty()).run(listener);
  }

  @Override
  public Quality evaluate(Dataset dataset) {
    Fit.require(architecture, dataset.shape());
    Evaluation validation = live.model().evaluate(dataset.validation());
    Evaluation test = live.model().evaluate(dataset.test());
    if (!Double.isFinite(validation.loss()) || !Double.isFinite(test.loss())) {
      throw new IllegalStateException("the output of " + architecture.label() + " is not finite");
    }
    return new Quality(validation.accuracy(), validation.loss(), test.accuracy(), test.loss());
  }

  @Override
  public Checkpoint checkpoint() {
    return live.checkpoint();
  }

  @Override
  public Optional<Mask> mask() {
    return mask;
  }

  @Override
  public void close() {
    live.close();
  }
}
