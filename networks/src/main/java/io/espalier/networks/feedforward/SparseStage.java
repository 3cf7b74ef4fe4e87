package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.Panel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A layer as a list of the weights that are kept, samples in the lanes of vectors. */
final class SparseStage implements Stage {
  private final Kernels kernels;
  private final Optional<HiddenUnits> hidden;
  private final Connections connections;
  private final Parameter bias;
  private final Squares squares = new Squares();
  private Matrix output;
  private Panel outputs;

  /**
   * @param inputs the inputs that it is given, ascending: a first stage is not given those that
   *     have no weight
   * @param hidden empty for the layer of classes
   */
  SparseStage(Linear linear, int[] inputs, Kernels kernels, Optional<HiddenUnits> hidden) {
    this.kernels = kernels;
    this.hidden = hidden;
    BitSet dense = new BitSet();
    linear.kept().stream()
        .forEach(
            position -> {
              int input = Arrays.binarySearch(inputs, position % linear.inputs());
              dense.set(position / linear.inputs() * inputs.length + input);
            });
    Edges edges = Edges.of(linear.outputs(), inputs.length, dense);
    this.connections =
        new Connections(linear.weightName(), edges, linear.weights(), linear.kept(), kernels);
    this.bias = Biases.parameter(linear);
  }

  @Override
  public Layout layout() {
    return Layout.LANES;
  }

  @Override
  public int units() {
    return bias.values().length;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(connections.weight(), bias);
  }

  @Override
  public void reserve(int samples) {
    output = Layout.LANES.matrix(samples, units());
    outputs = Panels.of(output);
  }

  @Override
  public Matrix forward(Matrix input, int samples, Dropout dropout) {
    kernels.fill(bias.values(), outputs, 1);
    connections.forward(Panels.of(input), outputs);
    hidden.ifPresent(units -> units.forward(output, samples, dropout));
    return output;
  }

  @Override
  public void backward(Matrix delta, Matrix inputDelta, int samples) {
    hidden.ifPresent(units -> units.backward(output, delta, samples));
    if (inputDelta != null) {
      Arrays.fill(inputDelta.values(), 0);
      connections.backward(Panels.of(delta), Panels.of(inputDelta));
    }
  }

  @Override
  public void learn(Matrix input, Matrix delta, int samples, Destination destination) {
    Panel deltas = Panels.of(delta);
    connections.learn(Panels.of(input), deltas, destination);
    kernels.sums(deltas, 1, destination.of(bias));
  }

  @Override
  public Optional<String> readBy() {
    return Optional.of(connections.weight().name());
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
