package io.espalier.structure.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.plan.Dag.Edge;
import io.espalier.structure.Layering;
import io.espalier.structure.neuron.NeuronGraph.DeadNeurons;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NeuronGraphTest {

  @Test
  void aDenseNetworkHasEachEdgeAndNothingDead() {
    NeuronGraphBuilder builder = new NeuronGraphBuilder(List.of(3, 4, 2));
    builder.connectFully(0, 1);
    builder.connectFully(1, 2);

    NeuronGraph dense = builder.build();

    assertThat(dense.forwardEdges()).isEqualTo(20);
    assertThat(dense.recurrentEdges()).isZero();
    assertThat(dense.degrees()).containsExactly(4, 4, 4, 5, 5, 5, 5, 4, 4);
    assertThat(Layering.of(dense.graph().orElseThrow()).layers().stream().map(List::size))
        .containsExactly(3, 4, 2);
    assertThat(dense.deadNeurons())
        .allSatisfy(
            layer -> {
              assertThat(layer.withoutInput()).isEmpty();
              assertThat(layer.withoutOutput()).isEmpty();
              assertThat(layer.offPath()).isEmpty();
            });
  }

  @Test
  void deadNeuronsAreToldByLayer() {
    NeuronGraphBuilder builder = new NeuronGraphBuilder(List.of(3, 3, 2, 1));
    builder.connect(0, 0, 1, 0);
    builder.connect(0, 1, 1, 1);
    builder.connect(1, 0, 2, 0);
    builder.connect(1, 2, 2, 1);
    builder.connect(2, 0, 3, 0);
    builder.connect(2, 1, 3, 0);

    assertThat(builder.build().deadNeurons())
        .containsExactly(
            new DeadNeurons(0, List.of(), List.of(2), List.of(1, 2)),
            new DeadNeurons(1, List.of(2), List.of(1), List.of(1, 2)),
            new DeadNeurons(2, List.of(), List.of(), List.of(1)),
            new DeadNeurons(3, List.of(), List.of(), List.of()));
  }

  @Test
  void aRecurrentWeightFromAnotherNeuronKeepsOneAlive() {
    NeuronGraphBuilder builder = new NeuronGraphBuilder(List.of(1, 3, 1));
    builder.connect(0, 0, 1, 0);
    builder.connect(1, 0, 1, 1);
    builder.connect(1, 1, 2, 0);
    builder.connect(1, 2, 1, 2);

    NeuronGraph graph = builder.build();

    assertThat(graph.forwardEdges()).isEqualTo(2);
    assertThat(graph.recurrentEdges()).isEqualTo(2);
    assertThat(graph.deadNeurons().get(1))
        .isEqualTo(new DeadNeurons(1, List.of(2), List.of(2), List.of(2)));
  }

  @Test
  void rowsOfGatesLeadToTheSameNeurons() {
    NeuronGraphBuilder builder = new NeuronGraphBuilder(List.of(2, 3));
    BitSet gates = new BitSet();
    gates.set(0); // gate 0, neuron 0, from 0
    gates.set(2 * (3 + 1) + 1); // gate 1, neuron 1, from 1
    gates.set(2 * (6 + 0) + 0); // gate 2, neuron 0, from 0 once more
    builder.connectMatrix(0, 1, gates);

    assertThat(builder.build().graph().orElseThrow().edges())
        .containsExactly(new Edge(0, 2), new Edge(1, 3));
  }

  @Test
  void aNetworkWithoutWeightsHasNoGraph() {
    NeuronGraph empty = new NeuronGraphBuilder(List.of(2, 1)).build();

    assertThat(empty.graph()).isEmpty();
    assertThat(empty.deadNeurons().get(0))
        .isEqualTo(new DeadNeurons(0, List.of(), List.of(0, 1), List.of(0, 1)));
  }

  @Test
  void neuronsOnAPathHaveInputAndOutput() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50; i++) {
      List<Integer> widths = List.of(6, 8, 7, 3);
      NeuronGraphBuilder builder = new NeuronGraphBuilder(widths);
      for (int layer = 0; layer < 3; layer++) {
        BitSet kept = new BitSet();
        for (int w = 0; w < widths.get(layer) * widths.get(layer + 1); w++) {
          kept.set(w, random.nextDouble() < 0.15);
        }
        builder.connectMatrix(layer, layer + 1, kept);
      }
      for (DeadNeurons dead : builder.build().deadNeurons()) {
        assertThat(dead.offPath())
            .containsAll(dead.withoutInput())
            .containsAll(dead.withoutOutput());
      }
    }
  }

  @Test
  void weightsOutsideTheLayersAreRefused() {
    NeuronGraphBuilder builder = new NeuronGraphBuilder(List.of(2, 3));

    assertThatThrownBy(() -> builder.connect(1, 0, 0, 0)).hasMessageContaining("fromLayer is 1");
    assertThatThrownBy(() -> builder.connect(0, 2, 1, 0)).hasMessage("from is 2, allowed: 0 to 1");
    assertThatThrownBy(() -> builder.connect(0, 0, 1, 3)).hasMessage("to is 3, allowed: 0 to 2");
  }
}
