package io.espalier.networks.cells;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Accumulation;
import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Panel;
import io.espalier.networks.kernels.WeightMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A convolution with stride 1 that keeps the maps' size, without an activation: a matrix [out, in]
 * per position of the kernel. Work is proportional to the weights that are kept where they are few.
 */
final class Kernel {
  private final Kernels kernels;
  private final int size;
  private final Parameter weight;
  private final Parameter bias;
  private final List<Tap> taps = new ArrayList<>();

  /** One position of the kernel; its weights are a stretch of the parameter. */
  private record Tap(int dy, int dx, int start, Weights weights) {}

  /** The stretch itself, as an array of its own. */
  private static final class Weights {
    private final float[] values;
    private final float[] gradients;
    private final WeightMatrix matrix;

    private Weights(Kernels kernels, Edges edges) {
      values = new float[edges.count()];
      gradients = new float[edges.count()];
      matrix = new WeightMatrix(kernels, edges, values, gradients);
    }
  }

  /**
   * @param name of the tensors, without {@code .weight}
   * @param in maps read
   * @param out maps written
   * @param size height and width of the kernel, odd
   */
  Kernel(
      Kernels kernels, String name, int in, int out, int size, Checkpoint checkpoint, Mask mask) {
    this.kernels = kernels;
    this.size = size;
    LayerMask layer = mask.layer(name + ".weight");
    int[] positions = new int[Math.toIntExact(layer.kept())];
    int next = 0;
    for (int tap = 0; tap < size * size; tap++) {
      BitSet kept = new BitSet();
      int start = next;
      for (int entry = 0; entry < out * in; entry++) {
        int position = entry * size * size + tap;
        if (layer.keeps(position)) {
          kept.set(entry);
          positions[next++] = position;
        }
      }
      if (next > start) {
        Weights weights = new Weights(kernels, Edges.of(out, in, kept));
        taps.add(new Tap(tap / size - size / 2, tap % size - size / 2, start, weights));
      }
    }
    float[] dense = checkpoint.tensor(name + ".weight").values();
    float[] values = new float[next];
    for (int i = 0; i < next; i++) {
      values[i] = dense[positions[i]];
    }
    weight = new Parameter(name + ".weight", values, new float[next], positions);
    float[] biases = checkpoint.tensor(name + ".bias").values();
    bias =
        new Parameter(
            name + ".bias",
            biases,
            new float[biases.length],
            IntStream.range(0, biases.length).toArray());
  }

  List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  int size() {
    return size;
  }

  /** Takes over the present parameters and begins new gradients. */
  void load(Accumulation accumulation) {
    for (Tap tap : taps) {
      float[] values = tap.weights().values;
      System.arraycopy(weight.values(), tap.start(), values, 0, values.length);
      tap.weights().matrix.load(accumulation);
    }
    Arrays.fill(bias.gradients(), 0);
  }

  /** Writes the gradients accumulated since {@link #load}. */
  void collect() {
    for (Tap tap : taps) {
      tap.weights().matrix.collect();
      float[] gradients = tap.weights().gradients;
      System.arraycopy(gradients, 0, weight.gradients(), tap.start(), gradients.length);
    }
  }

  /** Overwrites the output. */
  void forward(Maps input, Maps output) {
    int width = output.grid().width();
    for (int y = 0; y < output.grid().height(); y++) {
      Panel row = output.from(y, 0);
      kernels.fill(bias.values(), row, width);
      for (Tap tap : taps) {
        kernels.multiply(
            tap.weights().matrix.forward(), input.from(y + tap.dy(), tap.dx()), row, width);
      }
    }
  }

  /**
   * Adds to the gradients of the parameters.
   *
   * @param delta of the output, with a border of zeros
   */
  void accumulate(Maps input, Maps delta) {
    Panel inner = delta.from(0, 0);
    int span = delta.grid().span();
    for (Tap tap : taps) {
      tap.weights().matrix.accumulate(inner, input.from(tap.dy(), tap.dx()), span);
    }
    kernels.sums(inner, span, bias.gradients());
  }

  /** Adds the gradient of the input. */
  void backward(Maps delta, Maps inputDelta) {
    int width = delta.grid().width();
    for (int y = 0; y < delta.grid().height(); y++) {
      Panel row = inputDelta.from(y, 0);
      for (Tap tap : taps) {
        kernels.multiply(
            tap.weights().matrix.backward(), delta.from(y - tap.dy(), -tap.dx()), row, width);
      }
    }
  }
}
