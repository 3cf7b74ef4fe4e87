package io.espalier.networks.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loss and gradients against those that PyTorch computed; see pytorch/recurrent_oracle.py. */
class RecurrentOracleTest {
  private static final SequenceSamples BATCH =
      SequenceSamples.of(List.of("\1\2\3", "\4\1\2\2\3\1", "\3", "\2\4\4\1"), 0, 1, 1, 0);

  @ParameterizedTest
  @EnumSource(CellType.class)
  void aStackAgreesWithPyTorch(CellType cell) throws IOException {
    assertAgreement("stack", cell, new RecurrentStack(cell, 5, 5, List.of(6, 5), 2));
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void aNetworkOnAGraphAgreesWithPyTorch(CellType cell) throws IOException {
    Dag dag =
        new Dag(
            6,
            Stream.of("03", "23", "14", "24", "35", "45", "15")
                .map(edge -> new Dag.Edge(edge.charAt(0) - '0', edge.charAt(1) - '0'))
                .toList());
    assertAgreement(
        "graph", cell, new GraphRecurrent(cell, 5, dag, RecurrentBlocks.PER_SOURCE_LAYER, 2));
  }

  private static void assertAgreement(String kind, CellType cell, Architecture architecture)
      throws IOException {
    Map<String, float[]> recorded = recorded("pytorch-" + kind + "-" + cell.wireName() + ".txt");
    Checkpoint checkpoint =
        new Checkpoint(
            NetworkTensors.of(architecture).stream()
                .map(t -> new FloatTensor(t.name(), t.shape(), recorded.get(t.name())))
                .toList());
    for (String kernels : List.of("plain", "vector")) {
      try (Model model =
          Fixtures.model(
              Kernels.named(kernels), architecture, checkpoint, Mask.ones(architecture))) {
        double loss = model.gradients(Fixtures.whole(BATCH), Dropout.NONE);

        assertThat(loss / BATCH.size()).isCloseTo(recorded.get("loss")[0], within(2e-6));
        for (Parameter parameter : model.parameters()) {
          float[] expected = recorded.get("gradient:" + parameter.name());
          assertThat(parameter.positions()).hasSameSizeAs(expected);
          for (int i = 0; i < expected.length; i++) {
            assertThat(parameter.gradients()[i])
                .as("%s[%d]", parameter.name(), parameter.positions()[i])
                .isCloseTo(expected[parameter.positions()[i]], within(2e-6f));
          }
        }
      }
    }
  }

  private static Map<String, float[]> recorded(String file) throws IOException {
    try (InputStream in = RecurrentOracleTest.class.getResourceAsStream("/pytorch/" + file)) {
      Map<String, float[]> numbers = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", -1))
          .forEach(words -> numbers.put(words[0], floats(words)));
      return numbers;
    }
  }

  private static float[] floats(String[] words) {
    float[] values = new float[words.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i + 1]);
    }
    return values;
  }
}
