package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.Panel;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer of a graph's nodes: {@code ReLU(bias + sum over blocks of weights * source layer)}.
 *
 * @param blocks the edges into it, by source layer
 * @param bias one per node
 * @param hidden its ReLU and dropout
 */
record GraphLayer(List<Block> blocks, Parameter bias, HiddenUnits hidden) {

  /**
   * The edges from one layer.
   *
   * @param source that layer's number
   */
  record Block(int source, Connections connections) {}

  GraphLayer {
    blocks = List.copyOf(blocks);
  }

  int units() {
    return bias.values().length;
  }

  List<Parameter> parameters() {
    return Stream.concat(
            blocks.stream().map(block -> block.connections().weight()), Stream.of(bias))
        .toList();
  }

  /**
   * @param below the outputs of all layers below, from the sources on
   */
  void forward(List<Matrix> below, Matrix output, int samples, Dropout dropout, Kernels kernels) {
    Panel outputs = Panels.of(output);
    kernels.fill(bias.values(), outputs, 1);
    for (Block block : blocks) {
      block.connections().forward(Panels.of(below.get(block.source())), outputs);
    }
    hidden.forward(output, samples, dropout);
  }

  /**
   * Adds to the gradients of the layers below; this layer's own is complete and becomes that of its
   * weighted sums.
   *
   * @param number of this layer in the gradients
   * @param output of this layer
   */
  void backward(int number, Matrix output, List<Matrix> gradients, int samples) {
    hidden.backward(output, gradients.get(number), samples);
    Panel delta = Panels.of(gradients.get(number));
    for (Block block : blocks) {
      block.connections().backward(delta, Panels.of(gradients.get(block.source())));
    }
  }

  /**
   * Adds to the gradients of the parameters.
   *
   * @param below the outputs of all layers below, from the sources on
   * @param delta as {@link #backward} left it
   */
  void learn(List<Matrix> below, Matrix delta, Destination destination, Kernels kernels) {
    Panel deltas = Panels.of(delta);
    for (Block block : blocks) {
      block.connections().learn(Panels.of(below.get(block.source())), deltas, destination);
    }
    kernels.sums(deltas, 1, destination.of(bias));
  }
}
