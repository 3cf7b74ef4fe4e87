package io.espalier.networks.loop;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.datasets.Dataset;
import io.espalier.events.Quality;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.optimizing.Descent;
import io.espalier.networks.optimizing.L1Penalty;
import io.espalier.networks.structurelearning.Course;
import io.espalier.networks.structurelearning.StructureLearner;
import io.espalier.networks.structurelearning.StructureLearners;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.Fit;
import io.espalier.networks.training.Seeds;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingMemory;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture;
import java.util.Optional;
import java.util.Set;

/** A network of any family that has a {@link ModelBuilder}. */
public final class EngineNetwork<A extends Architecture> implements TrainableNetwork {
  private static final int BEFORE_THE_FIRST_EPOCH = 0;

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
    int batchSize = Math.min(run.options().batchSize(), dataset.training().size());
    TrainingMemory.require(architecture, batchSize);
    run.mask().ifPresent(held -> held.requireCovers(architecture));
    Optional<StructureLearner> learner = learner(dataset, run);
    mask = learner.map(StructureLearner::begin).or(run::mask);
    live.restructure(mask.orElseGet(() -> Mask.ones(architecture)));
    Descent descent = new Descent(run.options(), learner.flatMap(this::penalty));
    Optional<StructureChanges> changes =
        learner.map(decides -> new StructureChanges(live, decides, descent));
    TrainingOutcome outcome = new TrainingLoop(live, dataset, run, descent, changes).run(listener);
    mask = mask.map(begun -> live.mask());
    return outcome;
  }

  /** Only the training of step 0 learns a structure. */
  private Optional<StructureLearner> learner(Dataset dataset, TrainingRun run) {
    int batchSize = run.options().batchSize();
    int batches = (dataset.training().size() - 1) / batchSize + 1;
    long seed = Seeds.derived(run.seed(), run.step(), BEFORE_THE_FIRST_EPOCH);
    Course course = new Course(Mask.ones(architecture), seed, run.epochs(), batches);
    return run.options()
        .structureLearning()
        .filter(method -> run.step() == 0)
        .map(method -> StructureLearners.of(method, course));
  }

  private Optional<L1Penalty> penalty(StructureLearner learner) {
    Set<String> maskable = NetworkTensors.maskable(architecture).keySet();
    return learner.l1Strength().stream()
        .mapToObj(strength -> new L1Penalty(strength, maskable))
        .findFirst();
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
