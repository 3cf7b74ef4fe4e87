package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.artifacts.tensors.TensorSpec;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Architecture.CellNetwork;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * The parameters of a cell network twice: on the heap, where optimizers change them, and in DL4J's
 * flat vector.
 *
 * <p>DL4J keeps kernels as [out, in, height, width] in row-major order and the output's weights as
 * [in, out] in column-major order; both are the sequence of our tensors, so that each tensor is one
 * stretch of the vector.
 */
final class CellParameters {
  private final ComputationGraph graph;
  private final List<Stretch> stretches = new ArrayList<>();

  /** A tensor and where it begins in the flat vector. */
  private record Stretch(Parameter parameter, int offset) {}

  /**
   * @param checkpoint fits the architecture
   * @param mask weights that are not kept stay in the arrays as padding: the kernels are dense
   */
  CellParameters(
      CellNetwork architecture, ComputationGraph graph, Checkpoint checkpoint, Mask mask) {
    this.graph = graph;
    Map<String, LayerMask> masks = new HashMap<>();
    mask.layers().forEach(layer -> masks.put(layer.layer(), layer));
    for (TensorSpec tensor : NetworkTensors.of(architecture)) {
      float[] values = checkpoint.tensor(tensor.name()).values();
      int[] positions = new int[values.length];
      LayerMask layer = masks.get(tensor.name());
      for (int i = 0; i < values.length; i++) {
        boolean kept = layer == null || layer.keeps(i);
        positions[i] = kept ? i : -1;
        values[i] = kept ? values[i] : 0;
      }
      stretches.add(
          new Stretch(
              new Parameter(tensor.name(), values, new float[values.length], positions),
              offset(tensor.name())));
    }
  }

  private int offset(String tensor) {
    int dot = tensor.lastIndexOf('.');
    String key = tensor.substring(dot + 1).equals("weight") ? "W" : "b";
    return Math.toIntExact(graph.getLayer(tensor.substring(0, dot)).getParam(key).offset());
  }

  /** In the order of the architecture's tensors. */
  List<Parameter> onHeap() {
    return stretches.stream().map(Stretch::parameter).toList();
  }

  /** Gives the network the values on the heap. */
  void toNetwork() {
    FloatBuffer flat = graph.params().data().asNioFloat();
    for (Stretch stretch : stretches) {
      flat.position(stretch.offset()).put(stretch.parameter().values());
    }
  }

  /** Takes the network's gradients; those of padding become 0. */
  void gradientsFromNetwork(float factor) {
    FloatBuffer flat = graph.getFlattenedGradients().data().asNioFloat();
    for (Stretch stretch : stretches) {
      float[] gradients = stretch.parameter().gradients();
      int[] positions = stretch.parameter().positions();
      flat.position(stretch.offset()).get(gradients);
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = positions[i] < 0 ? 0 : gradients[i] * factor;
      }
    }
  }
}
