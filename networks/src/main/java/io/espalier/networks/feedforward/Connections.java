package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Panel;
import java.util.BitSet;

/** Weights between two groups of units, one per edge that is there. */
final class Connections {
  private final Kernels kernels;
  private final Edges edges;
  private final Edges turned;
  private final Parameter weight;

  /**
   * @param edges from inputs (columns) to outputs (rows)
   * @param values of the whole tensor
   * @param kept positions in the tensor, as many as edges and in their order
   */
  Connections(String name, Edges edges, float[] values, BitSet kept, Kernels kernels) {
    this.kernels = kernels;
    this.edges = edges;
    this.turned = edges.transposed();
    int[] positions = kept.stream().toArray();
    float[] present = new float[positions.length];
    for (int i = 0; i < positions.length; i++) {
      present[i] = values[positions[i]];
    }
    this.weight = new Parameter(name, present, new float[positions.length], positions);
  }

  Parameter weight() {
    return weight;
  }

  /** Adds to the outputs what comes from the inputs. */
  void forward(Panel inputs, Panel outputs) {
    kernels.multiply(edges, weight.values(), inputs, outputs, 1);
  }

  /** Adds to the gradient of the inputs what comes from that of the outputs. */
  void backward(Panel outputDelta, Panel inputDelta) {
    kernels.multiply(turned, weight.values(), outputDelta, inputDelta, 1);
  }

  /** Adds the gradient of the weights to its destination. */
  void learn(Panel inputs, Panel outputDelta, Destination destination) {
    kernels.gradients(edges, outputDelta, inputs, 1, destination.of(weight));
  }
}
