package io.espalier.networks.recurrent;

import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.OutputGradient;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Accumulation;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Panel;
import java.util.Arrays;
import java.util.List;

/** A linear layer to the classes, softmax and cross-entropy. */
final class Classifier {
  private final Kernels kernels;
  private final int classes;
  private final Tensors.Matrix weights;
  private final Parameter bias;
  private Panel outputs;

  Classifier(Kernels kernels, int units, int classes, Tensors tensors) {
    this.kernels = kernels;
    this.classes = classes;
    weights =
        tensors.matrix(
            kernels, "output.weight", classes, units, (row, column) -> row * units + column);
    bias = tensors.whole("output.bias");
  }

  List<Parameter> parameters() {
    return List.of(weights.parameter(), bias);
  }

  void layOut(Storage storage) {
    outputs = storage.panel(1, classes);
  }

  void load(Accumulation accumulation) {
    weights.weights().load(accumulation);
    Arrays.fill(bias.gradients(), 0);
  }

  void collect() {
    weights.weights().collect();
  }

  /**
   * @param hidden the last layer's units at one step
   */
  void forward(Panel hidden) {
    kernels.fill(bias.values(), outputs, 1);
    kernels.multiply(weights.weights().forward(), hidden, outputs, 1);
  }

  /** Whether the label has the highest output; of equal ones the first counts. */
  boolean right(int lane, int label) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (output(i, lane) > output(best, lane)) {
        best = i;
      }
    }
    return best == label;
  }

  /** Cross-entropy of one lane in nats. */
  double loss(int lane, int label) {
    double greatest = greatest(lane);
    return greatest + Math.log(exponentials(lane, greatest)) - output(label, lane);
  }

  /**
   * Adds to the gradients of its parameters and of the units.
   *
   * @param from sample of the batch in lane 0
   * @param count lanes that hold a sample
   * @param wanted what goes backward from the outputs
   * @param gradient of the units
   * @return the cross-entropy summed over the lanes
   */
  double backward(
      Batch batch, int from, int count, OutputGradient wanted, Panel hidden, Panel gradient) {
    double loss = 0;
    for (int lane = 0; lane < outputs.lanes(); lane++) {
      if (lane < count) {
        int label = batch.samples().label(batch.sample(from + lane));
        loss += loss(lane, label);
        differ(lane, wanted.target(label), wanted);
      } else {
        for (int i = 0; i < classes; i++) {
          outputs.values()[place(i, lane)] = 0;
        }
      }
    }
    kernels.multiply(weights.weights().backward(), outputs, gradient, 1);
    weights.weights().accumulate(outputs, hidden, 1);
    kernels.sums(outputs, 1, bias.gradients());
    return loss;
  }

  /** Replaces the outputs of a lane by what goes backward from them. */
  private void differ(int lane, int target, OutputGradient wanted) {
    double greatest = greatest(lane);
    double sum = exponentials(lane, greatest);
    double ofTarget = Math.exp(output(target, lane) - greatest) / sum;
    for (int i = 0; i < classes; i++) {
      double probability = Math.exp(output(i, lane) - greatest) / sum;
      outputs.values()[place(i, lane)] =
          (float) wanted.scaled(probability - (i == target ? 1 : 0), ofTarget);
    }
  }

  private double greatest(int lane) {
    double greatest = output(0, lane);
    for (int i = 1; i < classes; i++) {
      greatest = Math.max(greatest, output(i, lane));
    }
    return greatest;
  }

  private double exponentials(int lane, double greatest) {
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += Math.exp(output(i, lane) - greatest);
    }
    return sum;
  }

  private float output(int label, int lane) {
    return outputs.values()[place(label, lane)];
  }

  private int place(int output, int lane) {
    return outputs.at() + output * outputs.lanes() + lane;
  }
}
