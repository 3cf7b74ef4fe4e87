package io.espalier.benchmarks.cases;

import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.CoreTime;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.optimizing.Descent;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import java.util.Optional;

/**
 * Part of an epoch over and over, going on where the last part ended, with Adam and the gradient's
 * norm clipped at 5: seconds per epoch.
 */
final class StringTraining implements Repetition {
  /** A repetition trains with an n-th of the strings. */
  private static final int PARTS = 10;

  private static final float RATE = 0.001f;

  private final Model model;
  private final SequenceSamples samples;
  private final int[] order;
  private final int batch;
  private final Descent descent;
  private int next;

  StringTraining(Model model, Strings strings, int batch) {
    this.model = model;
    this.samples = strings.samples();
    this.order = strings.order();
    this.batch = batch;
    this.descent = new Descent(options(batch), Optional.empty());
  }

  /** As in studies 2 and 3. */
  static TrainingOptions options(int batch) {
    return new TrainingOptions(
        RATE,
        0,
        batch,
        1,
        Optimizer.ADAM,
        Optional.empty(),
        Optional.of(5.0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public double value() {
    int trained = 0;
    long start = CoreTime.nanos();
    while (trained < order.length / PARTS) {
      if (next + batch > order.length) {
        next = 0;
      }
      descent.update(model, new Batch(samples, order, next, next + batch), Dropout.NONE, RATE, 0);
      next += batch;
      trained += batch;
    }
    return CoreTime.secondsSince(start) * order.length / trained;
  }

  @Override
  public void close() {
    model.close();
  }
}
