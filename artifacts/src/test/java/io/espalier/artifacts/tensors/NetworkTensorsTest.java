package io.espalier.artifacts.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.envelope.Json;
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
import io.espalier.structure.NetworkShape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTensorsTest {
  /** Layers {0, 1}, {2}, {3}; the edge 0 to 3 skips a layer. */
  private static final Dag GRAPH =
      new Dag(4, List.of(new Edge(0, 2), new Edge(1, 2), new Edge(0, 3), new Edge(2, 3)));

  private static final FeedForward LAYERS = new FeedForward(List.of(4, 3, 2));
  private static final GraphFeedForward ON_GRAPH = new GraphFeedForward(5, GRAPH, 3);
  private static final RecurrentStack STACK =
      new RecurrentStack(CellType.GRU, 9, 4, List.of(5, 6), 2);
  private static final CellNetwork CELLS =
      new CellNetwork(
          new ImageShape(3, 8, 8),
          2,
          GRAPH,
          List.of(
              CellOperation.CONVOLUTION_3,
              CellOperation.IDENTITY,
              CellOperation.MAX_POOLING_3,
              CellOperation.CONVOLUTION_5),
          7,
          10);

  private static GraphRecurrent recurrent(RecurrentBlocks blocks) {
    return new GraphRecurrent(CellType.LSTM, 9, GRAPH, blocks, 2);
  }

  static Stream<Architecture> everyFamily() {
    return Stream.of(
        LAYERS,
        ON_GRAPH,
        STACK,
        recurrent(RecurrentBlocks.PER_SOURCE_LAYER),
        recurrent(RecurrentBlocks.SINGLE),
        CELLS);
  }

  @Test
  void aFeedForwardNetworkOnAGraphHasOneWeightPerEdge() {
    assertThat(NetworkTensors.shapes(ON_GRAPH).toString())
        .isEqualTo(
            "{input.weight=[2, 5], input.bias=[2],"
                + " layer1.from0.weight=[2], layer1.bias=[1],"
                + " layer2.from1.weight=[1], layer2.from0.weight=[1], layer2.bias=[1],"
                + " output.weight=[3, 1], output.bias=[3]}");
  }

  @Test
  void aRecurrentStackIsMaskedInItsTwoKindsOfWeightsOnly() {
    assertThat(NetworkTensors.shapes(STACK)).hasSize(11);
    assertThat(NetworkTensors.maskable(STACK).toString())
        .isEqualTo(
            "{layer0.i2h.weight=[15, 4], layer0.h2h.weight=[15, 5],"
                + " layer1.i2h.weight=[18, 5], layer1.h2h.weight=[18, 6]}");
  }

  @Test
  void aRecurrentNetworkOnAGraphHasABlockPerSourceLayer() {
    assertThat(NetworkTensors.maskable(recurrent(RecurrentBlocks.PER_SOURCE_LAYER)).toString())
        .isEqualTo(
            "{layer0.i2h.weight=[8, 2], layer0.h2h.weight=[8, 2],"
                + " layer1.from0.i2h.weight=[4, 2], layer1.from0.h2h.weight=[4, 1],"
                + " layer2.from1.i2h.weight=[4, 1], layer2.from1.h2h.weight=[4, 1],"
                + " layer2.from0.i2h.weight=[4, 1], layer2.from0.h2h.weight=[4, 1]}");
  }

  @Test
  void orASingleBlockPerLayer() {
    assertThat(NetworkTensors.maskable(recurrent(RecurrentBlocks.SINGLE)).toString())
        .isEqualTo(
            "{layer0.i2h.weight=[8, 2], layer0.h2h.weight=[8, 2],"
                + " layer1.i2h.weight=[4, 2], layer1.h2h.weight=[4, 1],"
                + " layer2.i2h.weight=[4, 2], layer2.h2h.weight=[4, 1]}");
  }

  @Test
  void aCellNetworkHasAKernelPerNodeThatConvolves() {
    assertThat(NetworkTensors.maskable(CELLS).toString())
        .isEqualTo(
            "{stem.weight=[7, 3, 2, 2], node0.weight=[7, 7, 3, 3], node3.weight=[7, 7, 5, 5],"
                + " output.weight=[10, 7]}");
  }

  @ParameterizedTest
  @MethodSource("everyFamily")
  void checkpointsAndMasksOfEveryFamilySurviveTheirFiles(Architecture architecture) {
    Checkpoint checkpoint = InitialWeights.checkpoint(architecture, 3);
    Mask mask = Mask.ones(architecture);

    Checkpoint read = Checkpoint.fromBytes(checkpoint.toBytes(architecture));

    read.requireFits(architecture);
    assertThat(read).isEqualTo(checkpoint);
    assertThat(Mask.fromBytes(mask.toBytes(), architecture)).isEqualTo(mask);
    assertThat(mask.applyTo(read)).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("everyFamily")
  void theClosedFormCountsTheWeightsThatAMaskCovers(Architecture architecture) {
    assertThat(NetworkShape.of(architecture).weights()).isEqualTo(Mask.ones(architecture).total());
  }

  @ParameterizedTest
  @MethodSource("everyFamily")
  void aCheckpointNamesItsArchitecture(Architecture architecture) throws JsonProcessingException {
    byte[] file = InitialWeights.checkpoint(architecture, 3).toBytes(architecture);

    String json = Json.mapper().writeValueAsString(architecture);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("{\"architecture\":" + Json.mapper().writeValueAsString(json));
  }
}
