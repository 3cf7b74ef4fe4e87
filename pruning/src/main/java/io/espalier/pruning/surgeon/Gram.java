package io.espalier.pruning.surgeon;

import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.MatrixKernels;
import java.util.Arrays;

/**
 * Mean of {@code x x'} over what the rows of a layer's weights read, x being the inputs and, last,
 * a constant 1 that the bias is the weight of. Products of up to some hundred rows are summed in
 * single, all of them in double precision. Memory: inputs^2 doubles and as many floats.
 */
final class Gram {
  private final MatrixKernels kernels = Kernels.fastest().matrices();
  private final int inputs;
  private final double[][] sums;
  private final Matrix product;
  private long samples;

  Gram(int inputs) {
    this.inputs = inputs;
    this.sums = new double[inputs + 1][inputs + 1];
    this.product = new Matrix(inputs, inputs);
  }

  /**
   * Takes in the first rows of a matrix.
   *
   * @param rows a sample each
   */
  void add(Matrix rows, int count) {
    samples += count;
    Arrays.fill(product.values(), 0);
    kernels.addTransposedProduct(rows, rows, count, null, product.values());
    for (int i = 0; i < inputs; i++) {
      int at = i * product.stride();
      for (int j = 0; j <= i; j++) {
        sums[i][j] += product.values()[at + j];
      }
    }
    double[] constant = sums[inputs];
    for (int row = 0; row < count; row++) {
      int at = row * rows.stride();
      for (int i = 0; i < inputs; i++) {
        constant[i] += rows.values()[at + i];
      }
    }
  }

  /** Number of inputs without the constant. */
  int inputs() {
    return inputs;
  }

  /** One mean; the index {@link #inputs} is the constant's. */
  double mean(int i, int j) {
    return i == inputs && j == inputs ? 1 : sums[Math.max(i, j)][Math.min(i, j)] / samples;
  }
}
