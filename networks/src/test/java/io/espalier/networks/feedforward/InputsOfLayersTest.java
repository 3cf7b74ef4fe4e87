package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.FeedForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One output is computed by lanes, twenty are by rows of a matrix. */
class InputsOfLayersTest {

  @ParameterizedTest
  @CsvSource({"plain, 1", "vector, 1", "plain, 20", "vector, 20"})
  void theFirstLayerReadsTheSamplesAndTheNextOneItsRectifiedSums(String kernels, int units) {
    FeedForward network = new FeedForward(List.of(5, units, 3));
    VectorSamples samples = Setting.samples(11, 5, 3, new Random(1));
    CurvedModel model =
        new FeedForwardBuilder(Kernels.named(kernels))
            .build(network, InitialWeights.checkpoint(network, 2), Mask.ones(network));
    Batch large = new Batch(samples, IntStream.range(0, 11).toArray(), 0, 11);
    model.read(large, (tensor, inputs, rows) -> {});
    List<String> told = new ArrayList<>();

    model.read(
        new Batch(samples, new int[] {4, 2}, 0, 2),
        (tensor, inputs, rows) -> {
          told.add(tensor + " " + rows + " x " + inputs.columns());
          float[] sample = new float[5];
          samples.copyInto(2, sample, 0);
          boolean first = tensor.equals("layer0.weight");
          for (int i = 0; i < inputs.columns(); i++) {
            float expected = first ? sample[i] : sum(network, i, sample);
            assertThat(inputs.get(1, i)).isCloseTo(expected, within(1e-5f));
          }
        });

    assertThat(told).containsExactly("layer0.weight 2 x 5", "layer1.weight 2 x " + units);
  }

  private static float sum(FeedForward network, int unit, float[] sample) {
    double sum = InitialWeights.checkpoint(network, 2).tensor("layer0.bias").value(unit);
    for (int i = 0; i < sample.length; i++) {
      sum +=
          sample[i]
              * InitialWeights.checkpoint(network, 2).tensor("layer0.weight").value(5 * unit + i);
    }
    return (float) Math.max(0, sum);
  }
}
