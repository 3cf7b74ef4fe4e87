package io.espalier.artifacts.tensors;

import io.espalier.artifacts.tensors.TensorSpec.Distribution;
import io.espalier.artifacts.tensors.TensorSpec.Initial;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.structure.Layering;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of recurrent networks: an embedding [alphabet, width], blocks of {@code i2h.weight},
 * {@code i2h.bias}, {@code h2h.weight} and {@code h2h.bias}, and {@code output}. Input-to-hidden
 * and hidden-to-hidden weights are maskable, each apart from the other. Rows are grouped by gate.
 *
 * <p>Blocks and output begin uniform within 1/sqrt(hidden units), the embedding normal with a
 * standard deviation of 1, as PyTorch has it.
 */
public final class RecurrentTensors {
  private RecurrentTensors() {}

  /** Per layer {@code layer<l>.i2h.weight} [gates * hidden, in] and so on. */
  static List<TensorSpec> of(RecurrentStack network) {
    List<TensorSpec> tensors = new ArrayList<>();
    tensors.add(embedding(network.alphabet(), network.embedding()));
    int in = network.embedding();
    for (int layer = 0; layer < network.hidden().size(); layer++) {
      int hidden = network.hidden().get(layer);
      long rows = (long) network.cell().gates() * hidden;
      block(block(layer), network.cell(), hidden, new long[] {rows, in}, tensors);
      in = hidden;
    }
    output(in, network.classes(), tensors);
    return tensors;
  }

  /**
   * The source nodes are a recurrent layer that reads an embedding of their number densely: {@code
   * layer0.i2h.weight} [gates * sources, sources]. Per further layer, per source layer or once:
   * {@code i2h.weight} has one value per gate and edge, [gates, edges of the block].
   *
   * <p>Edges of a block for one source layer are ordered by target, then by source node. Those of a
   * layer's only block follow source layer by source layer, the nearest first, in that same order
   * within each.
   */
  static List<TensorSpec> of(GraphRecurrent network) {
    Layering layering = Layering.of(network.graph());
    List<TensorSpec> tensors = new ArrayList<>();
    int sources = layering.layers().get(0).size();
    tensors.add(embedding(network.alphabet(), sources));
    long rows = (long) network.cell().gates() * sources;
    block(block(0), network.cell(), sources, new long[] {rows, sources}, tensors);
    for (int layer = 1; layer < layering.layers().size(); layer++) {
      int size = layering.layers().get(layer).size();
      List<Layering.Block> blocks = layering.blocks(layer);
      if (network.blocks() == RecurrentBlocks.SINGLE) {
        int edges = blocks.stream().mapToInt(b -> b.edges().size()).sum();
        graphBlock(block(layer), network.cell(), size, edges, tensors);
      } else {
        for (Layering.Block block : blocks) {
          graphBlock(
              block(layer, block.source()), network.cell(), size, block.edges().size(), tensors);
        }
      }
    }
    output(layering.layers().get(layering.layers().size() - 1).size(), network.classes(), tensors);
    return tensors;
  }

  /** Name of a layer's only block. */
  public static String block(int layer) {
    return "layer" + layer;
  }

  /** Name of a layer's block for one source layer. */
  public static String block(int layer, int source) {
    return "layer" + layer + ".from" + source;
  }

  private static void graphBlock(
      String name, CellType cell, int size, int edges, List<TensorSpec> tensors) {
    block(name, cell, size, new long[] {cell.gates(), edges}, tensors);
  }

  private static void block(
      String name, CellType cell, int hidden, long[] inputShape, List<TensorSpec> tensors) {
    Initial initial = Initial.fanIn(hidden);
    long rows = (long) cell.gates() * hidden;
    tensors.add(TensorSpec.weight(name + ".i2h.weight", initial, inputShape));
    tensors.add(TensorSpec.fixed(name + ".i2h.bias", initial, rows));
    tensors.add(TensorSpec.weight(name + ".h2h.weight", initial, rows, hidden));
    tensors.add(TensorSpec.fixed(name + ".h2h.bias", initial, rows));
  }

  private static TensorSpec embedding(int alphabet, int width) {
    return TensorSpec.fixed(
        "embedding.weight", new Initial(Distribution.NORMAL, 1), alphabet, width);
  }

  private static void output(int in, int classes, List<TensorSpec> tensors) {
    Initial initial = Initial.fanIn(in);
    tensors.add(TensorSpec.fixed("output.weight", initial, classes, in));
    tensors.add(TensorSpec.fixed("output.bias", initial, classes));
  }
}
