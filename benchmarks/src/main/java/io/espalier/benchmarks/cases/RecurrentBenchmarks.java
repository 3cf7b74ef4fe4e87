package io.espalier.benchmarks.cases;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.recurrent.RecurrentModels;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.structure.prior.GraphGenerator;
import java.util.ArrayList;
import java.util.List;

/** Training of the recurrent networks of studies 2 and 3: seconds per epoch of 18,750 strings. */
final class RecurrentBenchmarks {
  private static final int ALPHABET = 128;
  private static final int GRAPH_BATCH = 128;
  private static final int STACK_BATCH = 32;

  private RecurrentBenchmarks() {}

  static List<Benchmark> all(Strings strings) {
    List<Benchmark> all = new ArrayList<>();
    all.add(graph(CellType.TANH, Goal.atMost(0.5).besidePyTorch(21.1), strings));
    all.add(graph(CellType.LSTM, Goal.atMost(1.5).besidePyTorch(43.0), strings));
    all.add(graph(CellType.GRU, Goal.atMost(1.5).besidePyTorch(42.6), strings));
    all.add(stack(CellType.TANH, Goal.atMost(10.1 / 3).besidePyTorch(10.1), strings));
    all.add(stack(CellType.LSTM, Goal.atMost(22.3 / 3).besidePyTorch(22.3), strings));
    all.add(stack(CellType.GRU, Goal.atMost(20.9 / 3).besidePyTorch(20.9), strings));
    RecurrentStack lstm = stack(CellType.LSTM);
    all.add(
        benchmark(
            "stack-3x50-lstm-sparse-90",
            Goal.seconds(),
            RecurrentModels.stacks(),
            lstm,
            RandomMask.of(lstm, 0.1),
            STACK_BATCH,
            strings));
    return all;
  }

  /** A Watts-Strogatz graph of 30 nodes, as in study 3. */
  private static Benchmark graph(CellType cell, Goal goal, Strings strings) {
    GraphPrior prior =
        new GraphPrior.WattsStrogatz(
            new GraphPrior.Range(30, 30), new GraphPrior.Amount(6, false), 1);
    Dag dag = GraphGenerator.generate(prior, 1);
    GraphRecurrent network =
        new GraphRecurrent(cell, ALPHABET, dag, RecurrentBlocks.PER_SOURCE_LAYER, 2);
    return benchmark(
        "random-graph-" + cell.wireName(),
        goal,
        RecurrentModels.graphs(),
        network,
        Mask.ones(network),
        GRAPH_BATCH,
        strings);
  }

  /** Three layers of 50 units, as in study 2. */
  private static Benchmark stack(CellType cell, Goal goal, Strings strings) {
    RecurrentStack network = stack(cell);
    return benchmark(
        "stack-3x50-" + cell.wireName(),
        goal,
        RecurrentModels.stacks(),
        network,
        Mask.ones(network),
        STACK_BATCH,
        strings);
  }

  static RecurrentStack stack(CellType cell) {
    return new RecurrentStack(cell, ALPHABET, 50, List.of(50, 50, 50), 2);
  }

  private static <A extends Architecture> Benchmark benchmark(
      String name,
      Goal goal,
      ModelBuilder<A> builder,
      A network,
      Mask mask,
      int batch,
      Strings strings) {
    return new Benchmark(
        name,
        "s/epoch",
        goal,
        () -> {
          Checkpoint initial = mask.applyTo(InitialWeights.checkpoint(network, 1));
          return new StringTraining(builder.build(network, initial, mask), strings, batch);
        });
  }
}
