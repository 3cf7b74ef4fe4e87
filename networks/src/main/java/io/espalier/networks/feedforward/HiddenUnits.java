package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.MatrixKernels;

/**
 * ReLU and inverted dropout of some hidden units. A unit that is dropped puts out zero as a unit
 * below its threshold does, so going backward needs to know the outputs only.
 */
final class HiddenUnits {
  private final MatrixKernels kernels;
  private final Layout layout;
  private final int site;
  private float scale = 1;

  /**
   * @param site number of these units within the network: others drop others
   */
  HiddenUnits(MatrixKernels kernels, Layout layout, int site) {
    this.kernels = kernels;
    this.layout = layout;
    this.site = site;
  }

  /** From weighted sums to outputs, in place. */
  void forward(Matrix values, int samples, Dropout dropout) {
    kernels.rectify(values, layout.rows(values, samples));
    scale = (float) (1 / (1 - dropout.share()));
    if (dropout.share() > 0) {
      drop(values, samples, dropout);
    }
  }

  private void drop(Matrix values, int samples, Dropout dropout) {
    int units = layout == Layout.ROWS ? values.columns() : values.rows();
    long first = (long) site << 32;
    for (int sample = 0; sample < samples; sample++) {
      for (int unit = 0; unit < units; unit++) {
        boolean dropped = dropout.drops(first + unit, sample);
        int row = layout == Layout.ROWS ? sample : unit;
        int column = layout == Layout.ROWS ? unit : sample;
        values.set(row, column, dropped ? 0 : scale * values.get(row, column));
      }
    }
  }

  /** From the gradient of the outputs to that of the weighted sums, in place. */
  void backward(Matrix outputs, Matrix delta, int samples) {
    kernels.gate(outputs, scale, delta, layout.rows(delta, samples));
  }
}
