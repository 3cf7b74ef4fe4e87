package io.espalier.networks.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.RecurrentBlocks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputsOfBlocksTest {
  private static final SequenceSamples SAMPLES =
      SequenceSamples.of(List.of("\1\2\3", "\4", "\5\2"), 0, 1, 2);

  @ParameterizedTest
  @EnumSource(CellType.class)
  void aBlockReadsTheEmbeddingOrTheLayerBelowAndItsOwnStateOfTheStepBefore(CellType cell) {
    RecurrentStack stack = Fixtures.stack(cell, 5, 4);
    Checkpoint weights = InitialWeights.checkpoint(stack, 3);

    Map<String, List<float[][]>> steps = read(stack, weights);

    assertThat(steps.keySet())
        .containsExactlyInAnyOrder(
            "layer0.i2h.weight", "layer0.h2h.weight", "layer1.i2h.weight", "layer1.h2h.weight");
    assertThat(steps.get("layer0.i2h.weight").get(1)[0]).isEqualTo(embedded(weights, 2));
    assertThat(steps.get("layer0.i2h.weight").get(2)[1]).isEqualTo(embedded(weights, 0));
    assertThat(steps.get("layer0.h2h.weight").get(0)[2]).containsOnly(0);
    for (int step = 0; step < 2; step++) {
      assertThat(steps.get("layer0.h2h.weight").get(step + 1))
          .isDeepEqualTo(steps.get("layer1.i2h.weight").get(step));
    }
  }

  @Test
  void whatReadsAlongEdgesIsNotTold() {
    GraphRecurrent graph =
        Fixtures.graph(CellType.TANH, RecurrentBlocks.SINGLE, Fixtures.dag(9, 0.3, new Random(2)));

    Map<String, List<float[][]>> steps = read(graph, InitialWeights.checkpoint(graph, 3));

    assertThat(steps).containsKeys("layer0.i2h.weight", "layer0.h2h.weight", "layer1.h2h.weight");
    assertThat(steps).doesNotContainKey("layer1.i2h.weight");
  }

  /** By tensor and step: a row per sample. */
  private static Map<String, List<float[][]>> read(Architecture network, Checkpoint weights) {
    Map<String, List<float[][]>> steps = new LinkedHashMap<>();
    CurvedModel model =
        (CurvedModel) Fixtures.model(Kernels.fastest(), network, weights, Mask.ones(network));
    model.read(
        Fixtures.whole(SAMPLES),
        (tensor, inputs, rows) -> {
          float[][] copied = new float[rows][inputs.columns()];
          for (int row = 0; row < rows; row++) {
            for (int i = 0; i < copied[row].length; i++) {
              copied[row][i] = inputs.get(row, i);
            }
          }
          steps.computeIfAbsent(tensor, t -> new ArrayList<>()).add(copied);
        });
    return steps;
  }

  private static float[] embedded(Checkpoint weights, int token) {
    float[] values = new float[6];
    System.arraycopy(weights.tensor("embedding.weight").values(), 6 * token, values, 0, 6);
    return values;
  }
}
