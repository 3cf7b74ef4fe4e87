package io.espalier.networks.recurrent;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Model;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random sequences, graphs and masks, and models of them. */
final class Fixtures {
  static final int ALPHABET = 6;
  static final int CLASSES = 3;

  private Fixtures() {}

  static RecurrentStack stack(CellType cell, Integer... hidden) {
    return new RecurrentStack(cell, ALPHABET, 6, List.of(hidden), CLASSES);
  }

  static GraphRecurrent graph(CellType cell, RecurrentBlocks blocks, Dag dag) {
    return new GraphRecurrent(cell, ALPHABET, dag, blocks, CLASSES);
  }

  /** Every pair of nodes is connected with a probability. */
  static Dag dag(int nodes, double probability, Random random) {
    List<Dag.Edge> edges = new ArrayList<>(List.of(new Dag.Edge(0, nodes - 1)));
    for (int to = 1; to < nodes; to++) {
      for (int from = 0; from < to; from++) {
        if (random.nextDouble() < probability && !(from == 0 && to == nodes - 1)) {
          edges.add(new Dag.Edge(from, to));
        }
      }
    }
    return new Dag(nodes, edges);
  }

  static SequenceSamples sequences(int count, int longest, Random random) {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 1 + random.nextInt(longest);
      StringBuilder string = new StringBuilder();
      for (int k = 0; k < length; k++) {
        string.append((char) random.nextInt(ALPHABET));
      }
      strings.add(string.toString());
    }
    return SequenceSamples.of(
        strings, IntStream.range(0, count).map(i -> random.nextInt(CLASSES)).toArray());
  }

  /** Keeps each weight with a probability. */
  static Mask mask(Architecture architecture, double density, Random random) {
    return new Mask(
        Mask.ones(architecture).layers().stream()
            .map(
                layer -> {
                  BitSet kept = new BitSet();
                  for (int i = 0; i < layer.total(); i++) {
                    kept.set(i, random.nextDouble() < density);
                  }
                  return new LayerMask(layer.layer(), layer.shape(), kept);
                })
            .toList());
  }

  static Model model(Kernels kernels, Architecture architecture, Checkpoint checkpoint, Mask mask) {
    NetworkPlan plan =
        architecture instanceof RecurrentStack stack
            ? NetworkPlan.of(stack)
            : NetworkPlan.of((GraphRecurrent) architecture);
    return RecurrentModels.model(kernels, plan, checkpoint, mask);
  }

  /** All samples as one batch. */
  static Batch whole(SequenceSamples samples) {
    int[] order = IntStream.range(0, samples.size()).toArray();
    return new Batch(samples, order, 0, order.length);
  }
}
