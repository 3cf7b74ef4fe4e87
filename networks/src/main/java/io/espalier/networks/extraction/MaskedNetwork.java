package io.espalier.networks.extraction;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.Architecture;
import io.espalier.structure.neuron.NeuronGraph;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network's architecture and the weights of it that were kept. */
public final class MaskedNetwork {
  private final Map<String, BitSet> kept = new HashMap<>();

  private MaskedNetwork(Architecture architecture, Mask mask) {
    Map<String, List<Long>> shapes = NetworkTensors.maskable(architecture);
    Map<String, List<Long>> found = new HashMap<>();
    for (LayerMask layer : mask.layers()) {
      found.put(layer.layer(), layer.shape());
      kept.put(layer.layer(), layer.bits());
    }
    if (!found.equals(shapes)) {
      throw new IllegalArgumentException(
          "mask covers " + found + ", allowed for " + architecture.label() + ": " + shapes);
    }
  }

  /**
   * The graph of the neurons; O(kept weights log kept weights).
   *
   * <p>Layers of neurons are:
   *
   * <ul>
   *   <li>feed-forward: the widths of the architecture;
   *   <li>feed-forward on a graph: inputs, the layers of the graph's nodes, classes;
   *   <li>recurrent: the embedding's values (on a graph: its source nodes), the recurrent layers,
   *       classes; hidden-to-hidden weights are recurrent edges, and the gates of a cell are one
   *       neuron;
   *   <li>cell network: image channels, stem, then the layers of the graph with one neuron per
   *       feature map of a node, classes; a kernel is kept if one of its weights is, and a node
   *       that does not convolve passes each map on.
   * </ul>
   *
   * Weights that no mask covers are kept.
   *
   * @throws IllegalArgumentException if the mask's tensors are not those of the architecture
   */
  public static NeuronGraph neurons(Architecture architecture, Mask mask) {
    MaskedNetwork network = new MaskedNetwork(architecture, mask);
    return architecture.match(
        a -> FeedForwardNeurons.of(a, network),
        a -> FeedForwardNeurons.of(a, network),
        a -> RecurrentNeurons.of(a, network),
        a -> RecurrentNeurons.of(a, network),
        a -> CellNeurons.of(a, network));
  }

  /** Which weights of a tensor are kept, in row-major order. */
  BitSet kept(String tensor) {
    return kept.get(tensor);
  }
}
