package io.espalier.networks.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J against the same network written out in plain Java. */
class ForwardPassTest {
  private static final FeedForward TINY = new FeedForward(List.of(3, 4, 2));
  private static final float[][] INPUTS = {{0.5f, -1, 2}, {-0.3f, 0.7f, 0.1f}, {1, 1, -1}};
  private static final int[] LABELS = {0, 1, 1};
  private static final Checkpoint WEIGHTS = withBiases(InitialWeights.checkpoint(TINY, 11));

  @Test
  void theOutputEqualsThePlainComputation() {
    MultiLayerNetwork network = network();

    float[] output = network.output(Nd4j.createFromArray(INPUTS)).dup('c').data().asFloat();

    for (int i = 0; i < INPUTS.length; i++) {
      double[] expected = probabilities(WEIGHTS, INPUTS[i]);
      assertThat((double) output[2 * i]).isCloseTo(expected[0], within(1e-6));
      assertThat((double) output[2 * i + 1]).isCloseTo(expected[1], within(1e-6));
    }
  }

  @Test
  void anUpdateFollowsTheGradientOfThePlainLoss() {
    double rate = 0.1;
    MultiLayerNetwork network = network();
    Checkpoint updated = updated(network, rate, 0, 1);

    for (FloatTensor before : WEIGHTS.tensors()) {
      for (int i = 0; i < before.size(); i++) {
        double step = 1e-3;
        double slope =
            (loss(changed(before, i, step)) - loss(changed(before, i, -step))) / (2 * step);
        double moved = before.value(i) - updated.tensor(before.name()).value(i);
        assertThat(moved / rate).as(before.name() + " " + i).isCloseTo(slope, within(1e-3));
      }
    }
  }

  @Test
  void momentumAddsTheLastGradientToTheNext() {
    double rate = 1e-4;
    Checkpoint once = updated(network(), rate, 0.5, 1);
    Checkpoint twice = updated(network(), rate, 0.5, 2);

    float before = WEIGHTS.tensor("layer1.bias").value(0);
    double first = once.tensor("layer1.bias").value(0) - before;
    double both = twice.tensor("layer1.bias").value(0) - before;
    assertThat(both / first).isCloseTo(2.5, within(0.02));
  }

  private static MultiLayerNetwork network() {
    Nd4jRuntime.start();
    return FeedForwardFactory.build(TINY, Parameters.flat(TINY, WEIGHTS));
  }

  private static Checkpoint updated(
      MultiLayerNetwork network, double rate, double momentum, int updates) {
    TrainingOptions options = TrainingOptions.sgd(rate, momentum, INPUTS.length, 1);
    try (Minibatch batch = new Minibatch(INPUTS.length, 3, 2);
        GradientDescent descent = new GradientDescent(network, options, Optional.empty())) {
      batch.inputs().assign(Nd4j.createFromArray(INPUTS));
      batch.labels().assign(Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}, {0, 1}}));
      double loss = descent.update(batch);
      assertThat(loss).isCloseTo(loss(WEIGHTS), within(1e-6));
      for (int i = 1; i < updates; i++) {
        descent.update(batch);
      }
    }
    return Parameters.named(TINY, network.params().data().asFloat());
  }

  private static double loss(Checkpoint weights) {
    double sum = 0;
    for (int i = 0; i < INPUTS.length; i++) {
      sum -= Math.log(probabilities(weights, INPUTS[i])[LABELS[i]]);
    }
    return sum / INPUTS.length;
  }

  private static double[] probabilities(Checkpoint weights, float[] input) {
    double[] values = {input[0], input[1], input[2]};
    for (int layer = 0; layer < 2; layer++) {
      FloatTensor weight = weights.tensor("layer" + layer + ".weight");
      FloatTensor bias = weights.tensor("layer" + layer + ".bias");
      double[] next = new double[bias.size()];
      for (int out = 0; out < next.length; out++) {
        next[out] = bias.value(out);
        for (int in = 0; in < values.length; in++) {
          next[out] += weight.value(out * values.length + in) * values[in];
        }
        next[out] = layer == 0 ? Math.max(0, next[out]) : Math.exp(next[out]);
      }
      values = next;
    }
    double sum = values[0] + values[1];
    return new double[] {values[0] / sum, values[1] / sum};
  }

  private static Checkpoint changed(FloatTensor tensor, int index, double by) {
    float[] values = tensor.values();
    values[index] += (float) by;
    return replaced(WEIGHTS, new FloatTensor(tensor.name(), tensor.shape(), values));
  }

  private static Checkpoint withBiases(Checkpoint checkpoint) {
    return replaced(
        checkpoint,
        new FloatTensor("layer0.bias", List.of(4L), new float[] {0.1f, -0.2f, 0.3f, 0.4f}));
  }

  private static Checkpoint replaced(Checkpoint checkpoint, FloatTensor by) {
    List<FloatTensor> tensors = new ArrayList<>(checkpoint.tensors());
    tensors.replaceAll(tensor -> tensor.name().equals(by.name()) ? by : tensor);
    return new Checkpoint(tensors);
  }
}
