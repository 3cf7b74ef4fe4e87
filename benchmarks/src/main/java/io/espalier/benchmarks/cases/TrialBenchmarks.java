package io.espalier.benchmarks.cases;

import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.datasets.Dataset;
import io.espalier.networks.engine.Model;
import io.espalier.networks.feedforward.FeedForwardBuilder;
import io.espalier.networks.loop.EngineNetwork;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.TrainingOptions;
import java.util.List;
import java.util.Optional;

/** Trials in one warm process: side by side, and what one of them takes of the memory. */
final class TrialBenchmarks {
  private static final int BATCHES = 200;
  private static final double MEGABYTE = 1 << 20;

  private TrialBenchmarks() {}

  static List<Benchmark> all(Digits digits) {
    return List.of(
        new Benchmark(
            "two-trials-side-by-side",
            "times one",
            Goal.atLeast(1.8),
            () -> trialsSideBySide(digits)));
  }

  /** Comes first: what other benchmarks leave behind would be counted with it. */
  static List<Benchmark> memory(Digits digits) {
    return List.of(
        new Benchmark(
            "memory-per-trial", "MB", Goal.atMost(300), () -> () -> heldMegabytes(digits)));
  }

  private static Repetition trialsSideBySide(Digits digits) {
    ImageTraining first = training(digits);
    ImageTraining second = training(digits);
    Repetition sideBySide = new SideBySide(() -> first.train(BATCHES), () -> second.train(BATCHES));
    return new Repetition() {
      @Override
      public double value() {
        return sideBySide.value();
      }

      @Override
      public void close() {
        first.close();
        second.close();
      }
    };
  }

  private static ImageTraining training(Digits digits) {
    Mask all = Mask.ones(FeedForwardBenchmarks.LENET);
    Model model =
        new FeedForwardBuilder()
            .build(
                FeedForwardBenchmarks.LENET,
                InitialWeights.checkpoint(FeedForwardBenchmarks.LENET, 1),
                all);
    return new ImageTraining(model, digits);
  }

  /** What is on the heap in the middle of a training with momentum, and not after it. */
  private static double heldMegabytes(Digits digits) {
    Dataset dataset = digits.dataset().first(6_400, 1_000, 1_000);
    double during = usedInTraining(dataset);
    return (during - used()) / MEGABYTE;
  }

  private static double usedInTraining(Dataset dataset) {
    double[] used = new double[1];
    TrainingRun run =
        new TrainingRun(TrainingOptions.sgd(0.01, 0.5, 64, 2), 2, 1, 0, Optional.empty());
    try (EngineNetwork<?> network =
        new EngineNetwork<>(
            new FeedForwardBuilder(),
            FeedForwardBenchmarks.LENET,
            InitialWeights.checkpoint(FeedForwardBenchmarks.LENET, 1))) {
      network.train(
          dataset,
          run,
          metrics -> {
            // Between two epochs everything is needed still; after the last one it is not.
            if (metrics.epoch() == 1) {
              used[0] = used();
            }
            return Continuation.CONTINUE;
          });
    }
    return used[0];
  }

  /** Bytes, garbage collected twice: what waits to be finalised goes at the second time. */
  private static double used() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
