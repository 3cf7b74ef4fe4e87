package io.espalier.networks.loop;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Architecture.FeedForward;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The simplest sparse model: one layer, an entry for each kept weight; drops inputs. */
final class SoftmaxModel implements Model {
  private final int inputs;
  private final int classes;
  private final Parameter weight;
  private final Parameter bias;

  SoftmaxModel(FeedForward architecture, Checkpoint checkpoint, Mask mask) {
    LayerMask layer = mask.layers().get(0);
    this.inputs = architecture.widths().get(0);
    this.classes = architecture.classes();
    int[] positions = layer.bits().stream().toArray();
    float[] values = new float[positions.length];
    for (int i = 0; i < positions.length; i++) {
      values[i] = checkpoint.tensor(layer.layer()).value(positions[i]);
    }
    this.weight = new Parameter(layer.layer(), values, new float[values.length], positions);
    this.bias =
        new Parameter(
            "layer0.bias",
            checkpoint.tensor("layer0.bias").values(),
            new float[classes],
            IntStream.range(0, classes).toArray());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public double gradients(Batch batch, Dropout dropout) {
    Arrays.fill(weight.gradients(), 0);
    Arrays.fill(bias.gradients(), 0);
    SplittableRandom random = new SplittableRandom(dropout.seed());
    double loss = 0;
    float[] input = new float[inputs];
    for (int i = 0; i < batch.size(); i++) {
      ((VectorSamples) batch.samples()).copyInto(batch.sample(i), input, 0);
      for (int j = 0; dropout.share() > 0 && j < inputs; j++) {
        boolean dropped = random.nextDouble() < dropout.share();
        input[j] = dropped ? 0 : (float) (input[j] / (1 - dropout.share()));
      }
      double[] p = probabilities(input);
      int label = batch.samples().label(batch.sample(i));
      loss -= Math.log(p[label]);
      p[label] -= 1;
      for (int e = 0; e < weight.positions().length; e++) {
        int at = weight.positions()[e];
        weight.gradients()[e] += (float) (p[at / inputs] * input[at % inputs] / batch.size());
      }
      for (int c = 0; c < classes; c++) {
        bias.gradients()[c] += (float) (p[c] / batch.size());
      }
    }
    return loss;
  }

  @Override
  public Evaluation evaluate(Samples samples) {
    double loss = 0;
    long correct = 0;
    float[] input = new float[inputs];
    for (int i = 0; i < samples.size(); i++) {
      ((VectorSamples) samples).copyInto(i, input, 0);
      double[] p = probabilities(input);
      int label = samples.label(i);
      loss -= Math.log(p[label]);
      correct += IntStream.range(0, classes).allMatch(c -> p[c] <= p[label]) ? 1 : 0;
    }
    return new Evaluation(samples.size(), loss, correct);
  }

  private double[] probabilities(float[] input) {
    double[] outputs = new double[classes];
    for (int c = 0; c < classes; c++) {
      outputs[c] = bias.values()[c];
    }
    for (int e = 0; e < weight.positions().length; e++) {
      int at = weight.positions()[e];
      outputs[at / inputs] += weight.values()[e] * input[at % inputs];
    }
    double most = Arrays.stream(outputs).max().orElseThrow();
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      outputs[c] = Math.exp(outputs[c] - most);
      sum += outputs[c];
    }
    for (int c = 0; c < classes; c++) {
      outputs[c] /= sum;
    }
    return outputs;
  }

  @Override
  public void close() {}
}
