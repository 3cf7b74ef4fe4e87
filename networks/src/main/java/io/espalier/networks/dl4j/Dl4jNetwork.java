package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.events.Quality;
import io.espalier.networks.training.DataOrder;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.EpochMetrics;
import io.espalier.networks.training.Fit;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.TrainingOptions;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** A feed-forward network in DL4J. */
final class Dl4jNetwork implements TrainableNetwork {
  private final FeedForward architecture;
  private final MultiLayerNetwork network;
  private Optional<Mask> mask = Optional.empty();

  Dl4jNetwork(FeedForward architecture, Checkpoint checkpoint) {
    Nd4jRuntime.start();
    this.architecture = architecture;
    this.network =
        FeedForwardFactory.build(architecture, Parameters.flat(architecture, checkpoint));
  }

  @Override
  public TrainingOutcome train(Dataset dataset, TrainingRun run, EpochListener listener) {
    requireFits(dataset);
    requireKnown(run.options());
    mask = run.mask();
    VectorSamples samples = vectors(dataset.training());
    int whole = Math.min(run.options().batchSize(), samples.size());
    int rest = samples.size() % whole == 0 ? whole : samples.size() % whole;
    try (Minibatch batch = new Minibatch(whole, samples.inputs(), classes());
        Minibatch lastBatch = new Minibatch(rest, samples.inputs(), classes());
        GradientDescent descent =
            new GradientDescent(
                network,
                run.options(),
                run.mask().map(mask -> Parameters.factors(architecture, mask)))) {
      return epochs(dataset, run, listener, new Epoch(samples, batch, lastBatch, descent));
    } finally {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }

  private TrainingOutcome epochs(
      Dataset dataset, TrainingRun run, EpochListener listener, Epoch pass) {
    long start = System.nanoTime();
    double trainingLoss = 0;
    for (int epoch = 1; epoch <= run.epochs(); epoch++) {
      long epochStart = System.nanoTime();
      int samples = dataset.training().size();
      OptionalDouble loss = pass.run(DataOrder.of(run.seed(), run.step(), epoch, samples));
      double seconds = secondsSince(epochStart);
      if (loss.isEmpty()) {
        return new TrainingOutcome.Cancelled(epoch - 1);
      }
      trainingLoss = loss.getAsDouble();
      if (!Double.isFinite(trainingLoss)) {
        return new TrainingOutcome.Diverged(
            epoch, "the training loss became " + trainingLoss + " in epoch " + epoch);
      }
      Evaluation validation = Evaluation.of(network, vectors(dataset.validation()), classes());
      if (!validation.isFinite()) {
        return new TrainingOutcome.Diverged(
            epoch, "the validation loss is " + validation.loss() + " after epoch " + epoch);
      }
      EpochMetrics metrics =
          new EpochMetrics(
              epoch,
              run.epochs(),
              trainingLoss,
              validation.loss(),
              validation.accuracy(),
              run.options().learningRate(),
              seconds,
              samples / seconds,
              Optional.empty());
      if (listener.epochFinished(metrics) == Continuation.CANCEL && epoch < run.epochs()) {
        return new TrainingOutcome.Cancelled(epoch);
      }
    }
    return new TrainingOutcome.Completed(run.epochs(), trainingLoss, secondsSince(start));
  }

  @Override
  public Quality evaluate(Dataset dataset) {
    requireFits(dataset);
    try {
      Evaluation validation = Evaluation.of(network, vectors(dataset.validation()), classes());
      Evaluation test = Evaluation.of(network, vectors(dataset.test()), classes());
      if (!validation.isFinite() || !test.isFinite()) {
        throw new IllegalStateException("the output of " + architecture.label() + " is not finite");
      }
      return new Quality(validation.accuracy(), validation.loss(), test.accuracy(), test.loss());
    } finally {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }

  @Override
  public Checkpoint checkpoint() {
    return Parameters.named(architecture, network.params().data().asFloat());
  }

  @Override
  public Optional<Mask> mask() {
    return mask;
  }

  @Override
  public void close() {
    network.close();
  }

  private int classes() {
    return architecture.classes();
  }

  private void requireFits(Dataset dataset) {
    Fit.require(architecture, dataset.shape());
  }

  /** This engine knows gradient descent with momentum and nothing else. */
  private static void requireKnown(TrainingOptions options) {
    TrainingOptions known =
        TrainingOptions.sgd(
            options.learningRate(), options.momentum(), options.batchSize(), options.epochs());
    if (!options.equals(known)) {
      throw new UnbuildableNetwork("DL4J trains with " + known + " here, not with " + options);
    }
  }

  /** Only after {@link #requireFits}. */
  private static VectorSamples vectors(Samples samples) {
    return (VectorSamples) samples;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
