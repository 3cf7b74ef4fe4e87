package io.espalier.structure.neuron;

import io.espalier.plan.Require;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Collects the kept weights of a network, in any order. */
public final class NeuronGraphBuilder {
  private final List<Integer> widths;
  private final int[] offset;
  private final PackedConnections forward = new PackedConnections();
  private final PackedConnections recurrent = new PackedConnections();

  /** Connections in a growing array. */
  private static final class PackedConnections {
    private long[] packed = new long[1024];
    private int size;

    void add(int source, int target) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, 2 * size);
      }
      packed[size++] = Connections.pack(source, target);
    }

    long[] toArray() {
      return Arrays.copyOf(packed, size);
    }
  }

  /**
   * Begins without weights.
   *
   * @param widths neurons of each layer, from the inputs to the outputs; two or more layers
   */
  public NeuronGraphBuilder(List<Integer> widths) {
    this.widths = Require.list("widths", widths);
    Require.atLeast("number of widths", this.widths.size(), 2);
    offset = new int[this.widths.size() + 1];
    for (int layer = 0; layer < this.widths.size(); layer++) {
      Require.atLeast("width", this.widths.get(layer), 1);
      offset[layer + 1] = Math.addExact(offset[layer], this.widths.get(layer));
    }
  }

  /**
   * Adds a kept weight; repetitions do no harm.
   *
   * @param fromLayer the source's layer, at most {@code toLayer}; equal for a recurrent weight
   * @param from position in {@code fromLayer}
   * @param to position in {@code toLayer}
   */
  public void connect(int fromLayer, int from, int toLayer, int to) {
    Require.within("toLayer", toLayer, 0, widths.size() - 1);
    Require.within("fromLayer", fromLayer, 0, toLayer);
    Require.within("from", from, 0, widths.get(fromLayer) - 1);
    Require.within("to", to, 0, widths.get(toLayer) - 1);
    (fromLayer == toLayer ? recurrent : forward)
        .add(offset[fromLayer] + from, offset[toLayer] + to);
  }

  /**
   * Adds the kept weights of a matrix; O(kept weights).
   *
   * @param kept bits of [rows, neurons of {@code fromLayer}] in row-major order; row r leads to the
   *     neuron r modulo the width of {@code toLayer}, so the gates of a cell may stand one below
   *     the other
   */
  public void connectMatrix(int fromLayer, int toLayer, BitSet kept) {
    int columns = widths.get(fromLayer);
    int targets = widths.get(toLayer);
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      connect(fromLayer, i % columns, toLayer, i / columns % targets);
    }
  }

  /** Adds each weight between two layers, for a matrix that is never masked. */
  public void connectFully(int fromLayer, int toLayer) {
    for (int to = 0; to < widths.get(toLayer); to++) {
      for (int from = 0; from < widths.get(fromLayer); from++) {
        connect(fromLayer, from, toLayer, to);
      }
    }
  }

  /** The graph of all weights so far; O(weights log weights). */
  public NeuronGraph build() {
    return new NeuronGraph(widths, offset, forward.toArray(), recurrent.toArray());
  }
}
