package io.espalier.benchmarks.cases;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.CoreTime;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.datasets.Dataset;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.derivative.FirstOrder;
import io.espalier.pruning.derivative.SecondOrder;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import io.espalier.pruning.selection.PlannedCut;
import io.espalier.pruning.selection.Selection;
import io.espalier.pruning.selection.Selector;
import io.espalier.pruning.surgeon.OptimalBrainSurgeon;
import java.util.List;
import java.util.Optional;

/**
 * Saliencies of all weights of a LeNet-300-100, trained for an epoch, from 10,000 samples; with the
 * optimal brain surgeon also the cut of 80 % over all layers and its compensation.
 */
final class SaliencyBenchmarks {
  private static final FeedForward NETWORK = FeedForwardBenchmarks.LENET;
  private static final BranchPlan BRANCH =
      new BranchPlan(
          "surgeon",
          new Criterion(Criterion.OPTIMAL_BRAIN_SURGEON, Distribution.CLASS_BLINDED),
          List.of(0.8),
          1);
  private static final TrainingOptions OPTIONS = TrainingOptions.sgd(0.05, 0.5, 64, 1);

  private SaliencyBenchmarks() {}

  static List<Benchmark> all(Digits digits) {
    return List.of(
        scores(FirstOrder.TAYLOR, Goal.seconds(), digits),
        scores(SecondOrder.FISHER, Goal.seconds(), digits),
        scores(SecondOrder.OPTIMAL_BRAIN_DAMAGE, Goal.atMost(1), digits),
        surgery(digits));
  }

  private static Benchmark surgery(Digits digits) {
    Saliency surgeon = new OptimalBrainSurgeon();
    return new Benchmark(
        surgeon.name() + "-" + NETWORK.label(),
        "s",
        Goal.atMost(30),
        () -> {
          ScoredNetwork network = network(digits.dataset());
          PlannedCut planned =
              new PlannedCut(NETWORK, BRANCH, 1, network.mask(), network.checkpoint());
          return timed(
              () -> {
                SaliencyScores scores = surgeon.scores(network);
                Selection.Cut cut = (Selection.Cut) Selector.select(planned, scores);
                scores.compensation().orElseThrow().after(cut.mask());
              });
        });
  }

  private static Benchmark scores(Saliency saliency, Goal goal, Digits digits) {
    return new Benchmark(
        saliency.name() + "-" + NETWORK.label(),
        "s",
        goal,
        () -> {
          ScoredNetwork network = network(digits.dataset());
          return timed(() -> saliency.scores(network));
        });
  }

  private interface Work {
    void run() throws SaliencyUnusable, PruningRefused;
  }

  private static Repetition timed(Work work) {
    return () -> {
      long start = CoreTime.nanos();
      try {
        work.run();
      } catch (SaliencyUnusable | PruningRefused e) {
        throw new IllegalStateException(e);
      }
      return CoreTime.secondsSince(start);
    };
  }

  private static ScoredNetwork network(Dataset dataset) {
    TrialPlan plan = new TrialPlan("c", "c.1", 1, NETWORK, dataset.name(), 1, OPTIONS, List.of());
    return new ScoredNetwork(
        plan, new StepRef("branch", 1), trained(dataset), Mask.ones(NETWORK), () -> dataset);
  }

  private static Checkpoint trained(Dataset dataset) {
    TrainingRun run = new TrainingRun(OPTIONS, 1, 1, 0, Optional.empty());
    try (TrainableNetwork network =
        new Networks().from(NETWORK, InitialWeights.checkpoint(NETWORK, 1))) {
      network.train(dataset, run, metrics -> Continuation.CONTINUE);
      return network.checkpoint();
    }
  }
}
