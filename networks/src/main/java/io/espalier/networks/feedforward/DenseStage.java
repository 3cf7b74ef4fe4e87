package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.MatrixKernels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A layer as products of dense matrices. Weights lie as [inputs, outputs]; pruned ones are zero and
 * are multiplied by zero again whenever something was added.
 */
final class DenseStage implements Stage {
  private final MatrixKernels kernels;
  private final Optional<HiddenUnits> hidden;
  private final Matrix weights;
  private final Matrix mask;
  private final Matrix turned;
  private final Parameter weight;
  private final Parameter bias;
  private final Squares squares = new Squares();
  private Matrix output;

  /**
   * @param hidden empty for the layer of classes
   */
  DenseStage(Linear linear, MatrixKernels kernels, Optional<HiddenUnits> hidden) {
    this.kernels = kernels;
    this.hidden = hidden;
    this.weights = new Matrix(linear.inputs(), linear.outputs());
    this.mask = linear.isDense() ? null : new Matrix(linear.inputs(), linear.outputs());
    this.turned = new Matrix(linear.outputs(), linear.inputs());
    int[] positions = new int[weights.values().length];
    Arrays.fill(positions, -1);
    linear.kept().stream().forEach(position -> place(linear, position, positions));
    this.weight =
        new Parameter(
            linear.weightName(), weights.values(), new float[positions.length], positions);
    this.bias = Biases.parameter(linear);
  }

  private void place(Linear linear, int position, int[] positions) {
    int input = position % linear.inputs();
    int output = position / linear.inputs();
    weights.set(input, output, linear.weights()[position]);
    positions[input * weights.stride() + output] = position;
    if (mask != null) {
      mask.set(input, output, 1);
    }
  }

  @Override
  public Layout layout() {
    return Layout.ROWS;
  }

  @Override
  public int units() {
    return weights.columns();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public void reserve(int samples) {
    output = Layout.ROWS.matrix(samples, units());
  }

  @Override
  public Matrix forward(Matrix input, int samples, Dropout dropout) {
    kernels.multiply(input, weights, output, samples);
    Biases.addToRows(bias.values(), output, samples);
    hidden.ifPresent(units -> units.forward(output, samples, dropout));
    return output;
  }

  @Override
  public void backward(Matrix delta, Matrix inputDelta, int samples) {
    hidden.ifPresent(units -> units.backward(output, delta, samples));
    if (inputDelta != null) {
      weights.transposeInto(turned);
      kernels.multiply(delta, turned, inputDelta, inputDelta.rows());
    }
  }

  @Override
  public void learn(Matrix input, Matrix delta, int samples, Destination destination) {
    kernels.addTransposedProduct(input, delta, samples, mask, destination.of(weight));
    Biases.addRows(delta, samples, destination.of(bias));
  }

  @Override
  public Optional<String> readBy() {
    return Optional.of(weight.name());
  }

  @Override
  public void square(Matrix delta) {
    squares.add(delta);
  }

  @Override
  public void learnSquares(Matrix input, int samples) {
    learn(squares.of(input), squares.take(), samples, Destination.GRADIENTS);
  }
}
