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
   * Adds to the gradients of the layers below; this layer's own is complete.
   *
   * @param number of this layer in both lists
   */
  void backward(
      int number,
      List<Matrix> outputs,
      List<Matrix> gradients,
      int samples,
      Destination destination,
      Kernels kernels) {
    hidden.backward(outputs.get(number), gradients.get(number), samples);
    Panel delta = Panels.of(gradients.get(number));
    for (Block block : blocks) {
      block.connections().backward(delta, Panels.of(gradients.get(block.source())));
      block.connections().learn(Panels.of(outputs.get(block.source())), delta, destination);
    }
    kernels.sums(delta, 1, destination.of(bias));
  }
}
