package io.espalier.networks.feedforward;

import io.espalier.datasets.Samples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Curvature;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.OutputGradient;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chain of stages under softmax and cross-entropy. Descent needs no gradients of its own: the
 * loss is scaled by minus the rate, and what comes back is added to the weights at once.
 */
final class ChainModel implements CurvedModel {
  private static final int EVALUATED_AT_ONCE = 64;

  private final Chain chain;
  private final List<Parameter> parameters;

  ChainModel(Chain chain) {
    this.chain = chain;
    this.parameters = chain.parameters();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double gradients(Batch batch, Dropout dropout) {
    clear();
    return pass(batch, dropout, 1f / batch.size(), Destination.GRADIENTS);
  }

  @Override
  public double descend(Batch batch, Dropout dropout, float rate) {
    return pass(batch, dropout, -rate / batch.size(), Destination.VALUES);
  }

  private double pass(Batch batch, Dropout dropout, float scale, Destination destination) {
    Matrix outputs = chain.forward(batch, dropout);
    double loss = Softmax.backward(outputs, batch, scale);
    chain.backward(
        outputs,
        batch.size(),
        (stage, input, delta) -> stage.learn(input, delta, batch.size(), destination));
    return loss;
  }

  private void clear() {
    parameters.forEach(parameter -> Arrays.fill(parameter.gradients(), 0));
  }

  /** Squares are summed over the classes before they meet the inputs: one product per layer. */
  @Override
  public void curve(Batch batch, Curvature curvature) {
    clear();
    Matrix probabilities = chain.forward(batch, Dropout.NONE);
    Softmax.normalise(probabilities, batch.size());
    Matrix slopes = new Matrix(probabilities.rows(), probabilities.columns());
    for (OutputGradient pass : curvature.passes(batch.size(), probabilities.columns())) {
      Softmax.differentiate(probabilities, batch, pass, slopes);
      chain.backward(slopes, batch.size(), (stage, input, delta) -> stage.square(delta));
    }
    chain.learnSquares(batch.size());
  }

  @Override
  public void read(Batch batch, InputListener listener) {
    chain.read(batch, listener);
  }

  @Override
  public Evaluation evaluate(Samples samples) {
    int[] order = IntStream.range(0, samples.size()).toArray();
    double loss = 0;
    long correct = 0;
    for (int from = 0; from < order.length; from += EVALUATED_AT_ONCE) {
      int to = Math.min(order.length, from + EVALUATED_AT_ONCE);
      Matrix outputs = chain.forward(new Batch(samples, order, from, to), Dropout.NONE);
      for (int row = 0; row < to - from; row++) {
        int label = samples.label(from + row);
        loss += Softmax.loss(outputs, row, label);
        correct += Softmax.best(outputs, row) == label ? 1 : 0;
      }
    }
    return new Evaluation(order.length, loss, correct);
  }

  @Override
  public void close() {
    // All memory is on the heap.
  }
}
