package io.espalier.benchmarks.cases;

import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.CoreTime;
import io.espalier.datasets.Samples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;

/** Part of an epoch over and over, going on where the last part ended: images per second. */
final class ImageTraining implements Repetition {
  private static final int BATCH = 64;
  private static final int BATCHES = 100;
  private static final float RATE = 0.01f;

  private final Model model;
  private final Samples samples;
  private final int[] order;
  private int next;

  ImageTraining(Model model, Digits digits) {
    this.model = model;
    this.samples = digits.dataset().training();
    this.order = digits.order();
  }

  @Override
  public double value() {
    long start = CoreTime.nanos();
    train(BATCHES);
    return BATCHES * BATCH / CoreTime.secondsSince(start);
  }

  /** Whole batches only. */
  void train(int batches) {
    for (int batch = 0; batch < batches; batch++) {
      if (next + BATCH > order.length) {
        next = 0;
      }
      model.descend(new Batch(samples, order, next, next + BATCH), Dropout.NONE, RATE);
      next += BATCH;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
