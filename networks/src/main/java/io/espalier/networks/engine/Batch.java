package io.espalier.networks.engine;

import io.espalier.datasets.Samples;
import io.espalier.plan.Require;

/**
 * Some samples to learn from at once: {@code samples[order[from]]} to {@code samples[order[to -
 * 1]]}. A class, not a record: it holds an array, shared and not to be written.
 */
public final class Batch {
  private final Samples samples;
  private final int[] order;
  private final int from;
  private final int to;

  /**
   * @param from first position in the order
   * @param to behind the last position
   */
  public Batch(Samples samples, int[] order, int from, int to) {
    this.samples = Require.present("batch.samples", samples);
    this.order = order;
    Require.within("batch.to", to, from + 1L, order.length);
    this.from = from;
    this.to = to;
  }

  /** All samples. */
  public Samples samples() {
    return samples;
  }

  /** Number of samples in this batch. */
  public int size() {
    return to - from;
  }

  /** Index among all samples of the i-th sample of this batch. */
  public int sample(int i) {
    return order[from + i];
  }
}
