package io.espalier.networks.feedforward;

import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.kernels.Matrix;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Fetches a batch's samples in the layout that the first stage reads. */
final class Inputs {
  private final Layout layout;
  private final int width;
  private final int[] chosen;

  private Inputs(Layout layout, int width, int[] chosen) {
    this.layout = layout;
    this.width = width;
    this.chosen = chosen;
  }

  /** All inputs. */
  static Inputs rows(int width) {
    return new Inputs(Layout.ROWS, width, IntStream.range(0, width).toArray());
  }

  /** Only the inputs that some weight reads; at least one. */
  static Inputs lanes(Linear first) {
    BitSet read = new BitSet();
    first.kept().stream().forEach(position -> read.set(position % first.inputs()));
    if (read.isEmpty()) {
      read.set(0);
    }
    return new Inputs(Layout.LANES, first.inputs(), read.stream().toArray());
  }

  Layout layout() {
    return layout;
  }

  /** Which inputs are fetched, ascending. */
  int[] chosen() {
    return chosen;
  }

  Matrix reserve(int samples) {
    return layout.matrix(samples, chosen.length);
  }

  /**
   * @throws IllegalArgumentException if samples are not vectors of as many values
   */
  void fetch(Batch batch, Matrix target) {
    VectorSamples samples = vectors(batch.samples());
    if (layout == Layout.ROWS) {
      for (int row = 0; row < batch.size(); row++) {
        samples.copyInto(batch.sample(row), target.values(), row * target.stride());
      }
    } else {
      int[] members = IntStream.range(0, batch.size()).map(batch::sample).toArray();
      samples.copyTransposed(members, chosen, target.values(), target.stride());
    }
  }

  private VectorSamples vectors(Samples samples) {
    if (!(samples instanceof VectorSamples vectors)) {
      throw new IllegalArgumentException("samples are sequences, allowed: vectors");
    }
    if (vectors.inputs() != width) {
      throw new IllegalArgumentException(
          "samples have " + vectors.inputs() + " inputs, allowed: " + width);
    }
    return vectors;
  }
}
