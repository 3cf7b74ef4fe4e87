package io.espalier.networks.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.structure.Layering;
import io.espalier.structure.neuron.NeuronGraph;
import io.espalier.structure.neuron.NeuronGraph.DeadNeurons;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskedNetworkTest {

  /** Layers {0, 1}, {2}, {3}; the edge 0 to 3 skips one. */
  private static final Dag SKIPPING =
      new Dag(4, List.of(new Edge(0, 2), new Edge(1, 2), new Edge(2, 3), new Edge(0, 3)));

  @Test
  void anUnprunedFeedForwardNetworkHasEachWeightAsAnEdge() {
    FeedForward network = new FeedForward(List.of(784, 300, 100, 10));

    NeuronGraph neurons = MaskedNetwork.neurons(network, Mask.ones(network));

    assertThat(neurons.forwardEdges()).isEqualTo(266_200);
    assertThat(Layering.of(neurons.graph().orElseThrow()).layers().stream().map(List::size))
        .containsExactly(784, 300, 100, 10);
  }

  @Test
  void whatAFeedForwardMaskPrunesIsNoEdge() {
    FeedForward network = new FeedForward(List.of(2, 3, 1));
    // Unit 1 of the hidden layer loses its two inputs, unit 2 its output.
    Mask withoutInputs = pruned(Mask.ones(network), "layer0.weight", 2, 4);

    NeuronGraph neurons =
        MaskedNetwork.neurons(network, pruned(withoutInputs, "layer1.weight", 2, 3));

    assertThat(neurons.graph().orElseThrow().edges())
        .containsExactly(
            new Edge(0, 2),
            new Edge(1, 2),
            new Edge(0, 4),
            new Edge(1, 4),
            new Edge(2, 5),
            new Edge(3, 5));
    assertThat(neurons.deadNeurons().get(1))
        .isEqualTo(new DeadNeurons(1, List.of(1), List.of(2), List.of(1, 2)));
  }

  @Test
  void aFeedForwardNetworkOnAGraphHasTheGraphInItsMiddle() {
    GraphFeedForward network = new GraphFeedForward(5, SKIPPING, 3);
    Mask ones = Mask.ones(network);

    NeuronGraph neurons = MaskedNetwork.neurons(network, ones);
    NeuronGraph withoutSkip =
        MaskedNetwork.neurons(network, pruned(ones, "layer2.from0.weight", 0, 1));

    assertThat(neurons.widths()).containsExactly(5, 2, 1, 1, 3);
    assertThat(neurons.forwardEdges()).isEqualTo(5 * 2 + 4 + 3);
    // Node 0 is neuron 5, node 3 neuron 8.
    assertThat(neurons.graph().orElseThrow().edges()).contains(new Edge(5, 8));
    assertThat(withoutSkip.graph().orElseThrow().edges())
        .hasSize(16)
        .doesNotContain(new Edge(5, 8));
  }

  @Test
  void theGatesOfARecurrentStackAreOneNeuron() {
    RecurrentStack network = new RecurrentStack(CellType.LSTM, 7, 3, List.of(4, 2), 2);
    Mask ones = Mask.ones(network);

    NeuronGraph neurons = MaskedNetwork.neurons(network, ones);
    NeuronGraph withOneGate =
        MaskedNetwork.neurons(network, pruned(ones, "layer0.i2h.weight", 0, 3 * 4 * 3));
    NeuronGraph withoutRecurrence =
        MaskedNetwork.neurons(network, pruned(ones, "layer1.h2h.weight", 0, 16));

    assertThat(neurons.widths()).containsExactly(3, 4, 2, 2);
    assertThat(neurons.forwardEdges()).isEqualTo(3 * 4 + 4 * 2 + 2 * 2);
    assertThat(neurons.recurrentEdges()).isEqualTo(4 * 4 + 2 * 2);
    assertThat(withOneGate.forwardEdges()).isEqualTo(neurons.forwardEdges());
    assertThat(withoutRecurrence.recurrentEdges()).isEqualTo(16);
  }

  @ParameterizedTest
  @EnumSource(RecurrentBlocks.class)
  void aRecurrentNetworkOnAGraphHasItsEdges(RecurrentBlocks blocks) {
    GraphRecurrent network = new GraphRecurrent(CellType.GRU, 7, SKIPPING, blocks, 2);

    NeuronGraph neurons = MaskedNetwork.neurons(network, Mask.ones(network));

    assertThat(neurons.widths()).containsExactly(2, 2, 1, 1, 2);
    assertThat(neurons.recurrentEdges()).isEqualTo(2 * 2 + 1 + 1);
    // Behind the two values of the embedding, node 0 is neuron 2.
    assertThat(neurons.graph().orElseThrow().edges())
        .containsAll(
            SKIPPING.edges().stream().map(e -> new Edge(e.from() + 2, e.to() + 2)).toList())
        .hasSize(2 * 2 + SKIPPING.edges().size() + 2);
  }

  @Test
  void aKernelOfACellNetworkIsKeptWithOneOfItsWeights() {
    CellNetwork network =
        new CellNetwork(
            new ImageShape(3, 8, 8),
            2,
            new Dag(2, List.of(new Edge(0, 1))),
            List.of(CellOperation.CONVOLUTION_3, CellOperation.MAX_POOLING_3),
            4,
            5);
    Mask ones = Mask.ones(network);

    NeuronGraph neurons = MaskedNetwork.neurons(network, ones);
    NeuronGraph damaged = MaskedNetwork.neurons(network, pruned(ones, "node0.weight", 0, 8));
    NeuronGraph withoutKernel = MaskedNetwork.neurons(network, pruned(ones, "node0.weight", 0, 9));

    assertThat(neurons.widths()).containsExactly(3, 4, 4, 4, 5);
    assertThat(neurons.forwardEdges()).isEqualTo(3 * 4 + 4 * 4 + 4 + 4 * 5);
    assertThat(damaged.forwardEdges()).isEqualTo(neurons.forwardEdges());
    assertThat(withoutKernel.graph().orElseThrow().edges())
        .hasSize(neurons.forwardEdges() - 1)
        .doesNotContain(new Edge(3, 7));
  }

  @Test
  void aMaskOfAnotherArchitectureIsRefused() {
    Architecture network = new FeedForward(List.of(2, 3, 1));
    Mask other = Mask.ones(new FeedForward(List.of(2, 4, 1)));

    assertThatThrownBy(() -> MaskedNetwork.neurons(network, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed for 2-3-1");
  }

  /** The mask without the weights {@code from} to {@code to - 1} of a tensor. */
  private static Mask pruned(Mask mask, String tensor, int from, int to) {
    return new Mask(
        mask.layers().stream()
            .map(layer -> layer.layer().equals(tensor) ? pruned(layer, from, to) : layer)
            .toList());
  }

  private static LayerMask pruned(LayerMask layer, int from, int to) {
    BitSet kept = layer.bits();
    kept.clear(from, to);
    return new LayerMask(layer.layer(), layer.shape(), kept);
  }
}
