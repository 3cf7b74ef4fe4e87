package io.espalier.benchmarks.cases;

import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.networks.engine.Model;
import io.espalier.networks.feedforward.FeedForwardBuilder;
import io.espalier.networks.feedforward.GraphFeedForwardBuilder;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.GraphPrior;
import io.espalier.structure.prior.GraphGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Training of feed-forward networks as in study 1: plain descent, batches of 64. */
final class FeedForwardBenchmarks {
  private static final FeedForward SMALL = new FeedForward(List.of(784, 100, 10));
  static final FeedForward LENET = new FeedForward(List.of(784, 300, 100, 10));
  private static final List<Integer> SPARSITIES = List.of(50, 80, 90, 95, 98);
  private static final int DEMANDED = 95;
  private static final double DEMANDED_FACTOR = 2;

  private FeedForwardBenchmarks() {}

  static List<Benchmark> all(Digits digits) {
    List<Benchmark> all = new ArrayList<>();
    network(SMALL, Goal.atLeast(170_000).besidePyTorch(113_000), digits, all);
    network(LENET, Goal.atLeast(70_500).besidePyTorch(47_000), digits, all);
    all.add(onGraph(digits));
    return all;
  }

  private static void network(FeedForward network, Goal goal, Digits digits, List<Benchmark> all) {
    String dense = "mlp-" + network.label();
    all.add(benchmark(dense, goal, network, Mask.ones(network), digits));
    for (int sparsity : SPARSITIES) {
      Goal sparse = sparsity == DEMANDED ? Goal.times(DEMANDED_FACTOR, dense) : Goal.none();
      all.add(
          benchmark(
              dense + "-sparse-" + sparsity,
              sparse,
              network,
              RandomMask.of(network, 1 - sparsity / 100.0),
              digits));
    }
  }

  private static Benchmark benchmark(
      String name, Goal goal, FeedForward network, Mask mask, Digits digits) {
    return new Benchmark(
        name,
        "images/s",
        goal,
        OptionalDouble.of(operations(mask)),
        () -> new ImageTraining(model(network, mask), digits));
  }

  private static Model model(FeedForward network, Mask mask) {
    return new FeedForwardBuilder()
        .build(network, mask.applyTo(InitialWeights.checkpoint(network, 1)), mask);
  }

  /**
   * Per image and kept weight one multiplication and one addition forward, for the gradient, and,
   * above the first layer, backward.
   */
  private static double operations(Mask mask) {
    double first = mask.layers().get(0).kept();
    return 2 * (3 * mask.kept() - first);
  }

  /** Inputs to some hundred nodes of a small-world graph, about as many edges as weights above. */
  private static Benchmark onGraph(Digits digits) {
    GraphPrior prior =
        new GraphPrior.WattsStrogatz(
            new GraphPrior.Range(200, 200), new GraphPrior.Amount(10, false), 1);
    GraphFeedForward network = new GraphFeedForward(784, GraphGenerator.generate(prior, 1), 10);
    Mask mask = Mask.ones(network);
    return new Benchmark(
        "graph-mlp-784-ws200-10",
        "images/s",
        Goal.none(),
        OptionalDouble.of(operations(mask)),
        () ->
            new ImageTraining(
                new GraphFeedForwardBuilder()
                    .build(network, InitialWeights.checkpoint(network, 1), mask),
                digits));
  }
}
