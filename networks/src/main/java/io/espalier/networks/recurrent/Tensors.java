package io.espalier.networks.recurrent;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.WeightMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes parameters of a checkpoint's tensors: all of a tensor, or what a mask keeps. */
final class Tensors {
  private final Checkpoint checkpoint;
  private final Map<String, LayerMask> masks = new HashMap<>();

  Tensors(Checkpoint checkpoint, Mask mask) {
    this.checkpoint = checkpoint;
    mask.layers().forEach(layer -> masks.put(layer.layer(), layer));
  }

  /** The position in its tensor of a matrix's element, or -1 if the network has no such weight. */
  @FunctionalInterface
  interface Layout {
    int position(int row, int column);
  }

  /** A matrix and the parameter that it reads and writes. */
  record Matrix(WeightMatrix weights, Parameter parameter) {}

  /** All elements, in row-major order. */
  Parameter whole(String name) {
    float[] values = checkpoint.tensor(name).values();
    return new Parameter(
        name, values, new float[values.length], IntStream.range(0, values.length).toArray());
  }

  /** The elements that the layout knows and the mask keeps, row by row of the matrix. */
  Matrix matrix(Kernels kernels, String name, int rows, int columns, Layout layout) {
    FloatTensor tensor = checkpoint.tensor(name);
    LayerMask mask = masks.get(name);
    BitSet kept = new BitSet();
    int[] positions = new int[tensor.size()];
    float[] values = new float[tensor.size()];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int position = layout.position(row, column);
        if (position >= 0 && (mask == null || mask.keeps(position))) {
          kept.set(row * columns + column);
          positions[count] = position;
          values[count++] = tensor.value(position);
        }
      }
    }
    Parameter parameter =
        new Parameter(
            name, Arrays.copyOf(values, count), new float[count], Arrays.copyOf(positions, count));
    Edges edges = Edges.of(rows, columns, kept);
    return new Matrix(
        new WeightMatrix(kernels, edges, parameter.values(), parameter.gradients()), parameter);
  }
}
