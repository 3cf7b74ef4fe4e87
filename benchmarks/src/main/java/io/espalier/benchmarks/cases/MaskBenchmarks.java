package io.espalier.benchmarks.cases;

import com.sun.management.ThreadMXBean;
import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.CoreTime;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import io.espalier.pruning.selection.PlannedCut;
import io.espalier.pruning.selection.Selection;
import io.espalier.pruning.selection.Selector;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * From the weights of a checkpoint in memory to a mask at 80 %, by magnitude: saliencies, selection
 * and histogram. Beside it what only reading the weights takes, and what is allocated.
 */
final class MaskBenchmarks {
  private static final FeedForward LENET = FeedForwardBenchmarks.LENET;

  /** Some sixteen times as many weights. */
  private static final FeedForward LARGE = new FeedForward(List.of(3136, 1200, 400, 10));

  private static final double MOST_MILLISECONDS = 50;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private MaskBenchmarks() {}

  static List<Benchmark> all() {
    List<Benchmark> all = new ArrayList<>();
    for (Distribution distribution :
        List.of(
            Distribution.CLASS_BLINDED,
            Distribution.CLASS_UNIFORM,
            Distribution.CLASS_DISTRIBUTED,
            Distribution.ERDOS_RENYI_KERNEL)) {
      all.add(
          new Benchmark(
              "mask-" + distribution.wireName() + "-" + LENET.label(),
              "ms",
              Goal.atMost(MOST_MILLISECONDS),
              () -> milliseconds(new Cutting(LENET, distribution))));
    }
    all.add(
        new Benchmark(
            "mask-class-blinded-memory-passes",
            "passes",
            Goal.seconds(),
            () -> passes(new Cutting(LENET, Distribution.CLASS_BLINDED))));
    all.add(allocated("mask-memory-" + LENET.label(), LENET));
    all.add(allocated("mask-memory-" + LARGE.label(), LARGE));
    return all;
  }

  private static Repetition milliseconds(Cutting cutting) {
    return () -> {
      long start = CoreTime.nanos();
      cutting.mask();
      return 1_000 * CoreTime.secondsSince(start);
    };
  }

  /** How often the weights could be read and added up in the same time. */
  private static Repetition passes(Cutting cutting) {
    List<float[]> weights =
        cutting.held.layers().stream()
            .map(layer -> cutting.checkpoint.tensor(layer.layer()).values())
            .toList();
    Repetition mask = milliseconds(cutting);
    return () -> {
      double milliseconds = mask.value();
      long start = CoreTime.nanos();
      double sum = 0;
      for (float[] layer : weights) {
        for (float weight : layer) {
          sum += Math.abs(weight);
        }
      }
      double pass = 1_000 * CoreTime.secondsSince(start);
      return sum > 0 ? milliseconds / pass : Double.NaN;
    };
  }

  private static Benchmark allocated(String name, FeedForward network) {
    return new Benchmark(
        name,
        "B/weight",
        Goal.seconds(),
        () -> {
          Cutting cutting = new Cutting(network, Distribution.CLASS_BLINDED);
          return () -> {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            cutting.mask();
            return (double) (THREADS.getCurrentThreadAllocatedBytes() - before)
                / cutting.held.total();
          };
        });
  }

  /** One step at 80 %. */
  private static final class Cutting {
    private final FeedForward network;
    private final BranchPlan branch;
    private final Checkpoint checkpoint;
    private final Mask held;
    private final TrialPlan plan;

    Cutting(FeedForward network, Distribution distribution) {
      this.network = network;
      this.branch =
          new BranchPlan(
              "branch", new Criterion(Criterion.MAGNITUDE, distribution), List.of(0.8), 1);
      this.checkpoint = InitialWeights.checkpoint(network, 1);
      this.held = Mask.ones(network);
      this.plan =
          new TrialPlan(
              "c",
              "c.1",
              1,
              network,
              "none",
              1,
              TrainingOptions.sgd(0.05, 0, 64, 1),
              List.of(branch));
    }

    Mask mask() {
      try {
        ScoredNetwork scored =
            new ScoredNetwork(plan, new StepRef("branch", 1), checkpoint, held, Cutting::noData);
        Selection selection =
            Selector.select(
                new PlannedCut(network, branch, 1, held, checkpoint),
                Saliencies.builtIn().named(Criterion.MAGNITUDE).scores(scored));
        return ((Selection.Cut) selection).mask();
      } catch (PruningRefused | SaliencyUnusable e) {
        throw new IllegalStateException(e);
      }
    }

    private static Dataset noData() {
      throw new DatasetUnavailable("magnitudes need none");
    }
  }
}
