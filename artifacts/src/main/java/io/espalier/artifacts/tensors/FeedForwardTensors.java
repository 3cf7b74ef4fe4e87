package io.espalier.artifacts.tensors;

import io.espalier.artifacts.tensors.TensorSpec.Initial;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.structure.Layering;
import java.util.ArrayList;
import java.util.List;

/** The tensors of feed-forward networks; every weight is maskable. */
public final class FeedForwardTensors {
  private FeedForwardTensors() {}

  /** Per layer {@code layer<i>.weight} [out, in] and {@code layer<i>.bias} [out]. */
  static List<TensorSpec> of(FeedForward network) {
    List<TensorSpec> tensors = new ArrayList<>();
    for (int layer = 0; layer + 1 < network.widths().size(); layer++) {
      linear(
          "layer" + layer, network.widths().get(layer), network.widths().get(layer + 1), tensors);
    }
    return tensors;
  }

  /**
   * {@code input}, then per layer of nodes one weight per edge for each source layer, {@code
   * layer<l>.from<k>.weight} [edges of the block], and {@code layer<l>.bias}, then {@code output}.
   * A layer's weights begin within 1/sqrt of the mean number of edges that lead to its nodes.
   */
  static List<TensorSpec> of(GraphFeedForward network) {
    Layering layering = Layering.of(network.graph());
    List<TensorSpec> tensors = new ArrayList<>();
    linear("input", network.inputs(), layering.layers().get(0).size(), tensors);
    for (int layer = 1; layer < layering.layers().size(); layer++) {
      int size = layering.layers().get(layer).size();
      int edges = layering.blocks(layer).stream().mapToInt(b -> b.edges().size()).sum();
      Initial initial = Initial.fanIn((double) edges / size);
      for (Layering.Block block : layering.blocks(layer)) {
        tensors.add(
            TensorSpec.weight(blockWeight(layer, block.source()), initial, block.edges().size()));
      }
      tensors.add(TensorSpec.fixed("layer" + layer + ".bias", initial, size));
    }
    int last = layering.layers().get(layering.layers().size() - 1).size();
    linear("output", last, network.classes(), tensors);
    return tensors;
  }

  /** Name of the weights of the edges between two layers of nodes. */
  public static String blockWeight(int layer, int source) {
    return "layer" + layer + ".from" + source + ".weight";
  }

  private static void linear(String name, int in, int out, List<TensorSpec> tensors) {
    Initial initial = Initial.fanIn(in);
    tensors.add(TensorSpec.weight(name + ".weight", initial, out, in));
    tensors.add(TensorSpec.fixed(name + ".bias", initial, out));
  }
}
