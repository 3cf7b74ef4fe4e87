package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.MatrixKernels;

/**
 * ReLU and inverted dropout of some hidden units. A unit that is dropped puts out zero as a unit
 * below its threshold does, so going backward needs to know the outputs only.
 */
final class HiddenUnits {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-53;

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
    long seed = mixed(dropout.seed() + site * GOLDEN);
    for (int sample = 0; sample < samples; sample++) {
      for (int unit = 0; unit < units; unit++) {
        long number = (long) sample * units + unit + 1;
        boolean kept = (mixed(seed + number * GOLDEN) >>> 11) * UNIT >= dropout.share();
        int row = layout == Layout.ROWS ? sample : unit;
        int column = layout == Layout.ROWS ? unit : sample;
        values.set(row, column, kept ? scale * values.get(row, column) : 0);
      }
    }
  }

  /** From the gradient of the outputs to that of the weighted sums, in place. */
  void backward(Matrix outputs, Matrix delta, int samples) {
    kernels.gate(outputs, scale, delta, layout.rows(delta, samples));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
