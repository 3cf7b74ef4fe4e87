package io.espalier.networks.loop;

import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.optimizing.Descent;
import io.espalier.networks.optimizing.LeastGain;
import io.espalier.networks.optimizing.Pace;
import io.espalier.networks.optimizing.Patience;
import io.espalier.networks.training.DataOrder;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.EpochMetrics;
import io.espalier.networks.training.Seeds;
import io.espalier.networks.training.TrainingOutcome;
import io.espalier.networks.training.TrainingRun;
import java.util.Optional;
import java.util.OptionalDouble;

/** One training of one network from its first epoch to its last. */
final class TrainingLoop {
  private final LiveModel<?> network;
  private final Dataset dataset;
  private final TrainingRun run;
  private final Descent descent;
  private final Pace pace;
  private final Optional<Patience> patience;
  private final Optional<LeastGain> gain;
  private final Optional<StructureChanges> structure;

  /**
   * @param structure empty if it is fixed
   */
  TrainingLoop(
      LiveModel<?> network,
      Dataset dataset,
      TrainingRun run,
      Descent descent,
      Optional<StructureChanges> structure) {
    this.network = network;
    this.dataset = dataset;
    this.run = run;
    this.descent = descent;
    this.pace = Pace.of(run.options(), run.epochs());
    this.patience = run.options().earlyStopping().map(Patience::new);
    this.gain = run.leastGain().map(LeastGain::new);
    this.structure = structure;
  }

  TrainingOutcome run(EpochListener listener) {
    long start = System.nanoTime();
    int samples = dataset.training().size();
    for (int epoch = 1; ; epoch++) {
      long epochStart = System.nanoTime();
      OptionalDouble loss = pass(epoch);
      double seconds = secondsSince(epochStart);
      if (loss.isEmpty()) {
        return new TrainingOutcome.Cancelled(epoch - 1);
      }
      Evaluation validation = network.model().evaluate(dataset.validation());
      Optional<String> trouble = trouble(loss.getAsDouble(), validation);
      if (trouble.isPresent()) {
        return new TrainingOutcome.Diverged(epoch, trouble.get() + " in epoch " + epoch);
      }
      EpochMetrics metrics =
          new EpochMetrics(
              epoch,
              run.epochs(),
              loss.getAsDouble(),
              validation.loss(),
              validation.accuracy(),
              pace.rate(),
              seconds,
              samples / seconds,
              structure.map(StructureChanges::report));
      boolean last = endsAfter(epoch, validation.accuracy());
      if (listener.epochFinished(metrics) == Continuation.CANCEL && !last) {
        return new TrainingOutcome.Cancelled(epoch);
      }
      if (last) {
        return new TrainingOutcome.Completed(epoch, loss.getAsDouble(), secondsSince(start));
      }
    }
  }

  /**
   * Updates once per batch, then looks at the structure.
   *
   * @return the mean loss over all samples, at once if it stops being finite; empty if the thread
   *     was interrupted
   */
  private OptionalDouble pass(int epoch) {
    Samples samples = dataset.training();
    int[] order = DataOrder.of(run.seed(), run.step(), epoch, samples.size());
    int size = Math.min(run.options().batchSize(), order.length);
    float rate = (float) pace.rate();
    float momentum = (float) pace.momentum();
    double lossSum = 0;
    Batch batch = new Batch(samples, order, 0, size);
    if (structure.isPresent()) {
      structure.get().beforeEpoch(epoch, batch);
    }
    for (int from = 0; from < order.length; from += size) {
      if (Thread.currentThread().isInterrupted()) {
        return OptionalDouble.empty();
      }
      batch = new Batch(samples, order, from, Math.min(order.length, from + size));
      double loss =
          descent.update(network.model(), batch, dropout(epoch, from / size), rate, momentum);
      if (!Double.isFinite(loss)) {
        return OptionalDouble.of(loss);
      }
      lossSum += loss;
      if (structure.isPresent()) {
        structure.get().afterBatch(batch);
      }
    }
    if (structure.isPresent()) {
      structure.get().afterEpoch(epoch, batch);
    }
    return OptionalDouble.of(lossSum / order.length);
  }

  private Dropout dropout(int epoch, int batch) {
    Optional<Double> share = run.options().dropout().filter(s -> s > 0);
    return share.isPresent()
        ? new Dropout(share.get(), Seeds.derived(run.seed(), run.step(), epoch, batch))
        : Dropout.NONE;
  }

  private Optional<String> trouble(double trainingLoss, Evaluation validation) {
    if (!Double.isFinite(trainingLoss)) {
      return Optional.of("the training loss became " + trainingLoss);
    }
    if (!Double.isFinite(validation.loss())) {
      return Optional.of("the validation loss became " + validation.loss());
    }
    return network.nonFinite();
  }

  private boolean endsAfter(int epoch, double validationAccuracy) {
    boolean counts = structure.map(s -> s.isReached(epoch)).orElse(true);
    boolean scheduled = pace.endsAfter(validationAccuracy, counts);
    boolean tired = counts && patience.map(p -> p.endsAfter(validationAccuracy)).orElse(false);
    boolean stagnates = gain.map(g -> g.isMissedBy(validationAccuracy)).orElse(false);
    return epoch == run.epochs() || scheduled || tired || stagnates;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
