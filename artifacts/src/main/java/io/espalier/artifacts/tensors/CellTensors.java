package io.espalier.artifacts.tensors;

import io.espalier.artifacts.tensors.TensorSpec.Initial;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.CellOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of convolutional cell networks: {@code stem} [channels, image channels, patch,
 * patch], {@code node<i>} [channels, channels, size, size] for each node that convolves, and {@code
 * output} [classes, channels]. Kernels and output weights are maskable.
 */
final class CellTensors {
  private CellTensors() {}

  static List<TensorSpec> of(CellNetwork network) {
    List<TensorSpec> tensors = new ArrayList<>();
    convolution("stem", network.input().channels(), network.channels(), network.patch(), tensors);
    for (int node = 0; node < network.graph().nodes(); node++) {
      CellOperation operation = network.operations().get(node);
      if (operation.convolves()) {
        convolution(
            "node" + node, network.channels(), network.channels(), operation.size(), tensors);
      }
    }
    Initial initial = Initial.fanIn(network.channels());
    tensors.add(TensorSpec.weight("output.weight", initial, network.classes(), network.channels()));
    tensors.add(TensorSpec.fixed("output.bias", initial, network.classes()));
    return tensors;
  }

  private static void convolution(
      String name, int in, int out, int size, List<TensorSpec> tensors) {
    Initial initial = Initial.fanIn((double) in * size * size);
    tensors.add(TensorSpec.weight(name + ".weight", initial, out, in, size, size));
    tensors.add(TensorSpec.fixed(name + ".bias", initial, out));
  }
}
