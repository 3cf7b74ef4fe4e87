package io.espalier.structure.neuron;

import io.espalier.plan.Dag;
import io.espalier.plan.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The neurons of a network and the weights between them that were kept.
 *
 * <p>Neurons are numbered layer by layer from the inputs. A forward edge leads from a layer to a
 * later one, a recurrent edge stays within its layer. Several weights between the same two neurons,
 * such as those of the gates of a cell, are one edge.
 */
public final class NeuronGraph {
  private final List<Integer> widths;
  private final int[] offset;
  private final Connections forward;
  private final Connections all;
  private final Connections allReversed;

  /**
   * Neurons of one layer that take no part, by their position in the layer, ascending. A weight
   * from a neuron to itself counts neither as its input nor as its output.
   *
   * @param layer the layer, counted from 0 for the inputs
   * @param withoutInput neurons without a kept weight from another one; none in the first layer
   * @param withoutOutput neurons without a kept weight to another one; none in the last layer
   * @param offPath neurons on no way along kept weights from the first to the last layer, those
   *     without input or output among them: nothing that they compute depends on the inputs, or
   *     nothing depends on it
   */
  public record DeadNeurons(
      int layer, List<Integer> withoutInput, List<Integer> withoutOutput, List<Integer> offPath) {
    public DeadNeurons {
      Require.atLeast("layer", layer, 0);
      withoutInput = Require.list("withoutInput", withoutInput);
      withoutOutput = Require.list("withoutOutput", withoutOutput);
      offPath = Require.list("offPath", offPath);
    }
  }

  NeuronGraph(List<Integer> widths, int[] offset, long[] forward, long[] recurrent) {
    int neurons = offset[widths.size()];
    this.widths = widths;
    this.offset = offset.clone();
    this.forward = Connections.of(neurons, forward);
    all =
        recurrent.length == 0
            ? this.forward
            : Connections.of(
                neurons,
                LongStream.concat(Arrays.stream(forward), Arrays.stream(recurrent)).toArray());
    allReversed = all.reversed();
  }

  /** Neurons of each layer, from the inputs to the outputs. */
  public List<Integer> widths() {
    return widths;
  }

  /** Number of edges from a layer to a later one. */
  public int forwardEdges() {
    return forward.size();
  }

  /** Number of edges within layers. */
  public int recurrentEdges() {
    return all.size() - forward.size();
  }

  /** Forward edges at each neuron, into it and out of it; O(neurons + edges). */
  public int[] degrees() {
    int[] degrees = new int[offset[widths.size()]];
    for (int target = 0; target < degrees.length; target++) {
      int to = target;
      forward
          .sources(target)
          .forEach(
              from -> {
                degrees[from]++;
                degrees[to]++;
              });
    }
    return degrees;
  }

  /** The forward edges as a graph of all neurons, dead ones included; empty if none was kept. */
  public Optional<Dag> graph() {
    List<Dag.Edge> edges = new ArrayList<>(forward.size());
    int neurons = offset[widths.size()];
    for (int target = 0; target < neurons; target++) {
      int to = target;
      forward.sources(target).forEach(from -> edges.add(new Dag.Edge(from, to)));
    }
    return edges.isEmpty() ? Optional.empty() : Optional.of(new Dag(neurons, edges));
  }

  /** What is dead in each layer; O(neurons + edges). */
  public List<DeadNeurons> deadNeurons() {
    int last = widths.size() - 1;
    BitSet reached = reached(allReversed, 0);
    BitSet needed = reached(all, last);
    List<DeadNeurons> dead = new ArrayList<>();
    for (int layer = 0; layer <= last; layer++) {
      dead.add(
          new DeadNeurons(
              layer,
              layer == 0 ? List.of() : positions(layer, neuron -> lonely(all, neuron)),
              layer == last ? List.of() : positions(layer, neuron -> lonely(allReversed, neuron)),
              positions(layer, neuron -> !reached.get(neuron) || !needed.get(neuron))));
    }
    return dead;
  }

  private List<Integer> positions(int layer, IntPredicate which) {
    return IntStream.range(0, widths.get(layer))
        .filter(position -> which.test(offset[layer] + position))
        .boxed()
        .toList();
  }

  private static boolean lonely(Connections connections, int neuron) {
    return connections.sources(neuron).allMatch(other -> other == neuron);
  }

  /** All neurons that a layer leads to along rows of connections, itself included. */
  private BitSet reached(Connections rows, int layer) {
    BitSet reached = new BitSet();
    int[] queue = new int[offset[widths.size()]];
    int filled = 0;
    for (int neuron = offset[layer]; neuron < offset[layer + 1]; neuron++) {
      reached.set(neuron);
      queue[filled++] = neuron;
    }
    for (int head = 0; head < filled; head++) {
      for (int next : rows.sources(queue[head]).toArray()) {
        if (!reached.get(next)) {
          reached.set(next);
          queue[filled++] = next;
        }
      }
    }
    return reached;
  }
}
