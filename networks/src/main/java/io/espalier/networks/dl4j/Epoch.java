package io.espalier.networks.dl4j;

import io.espalier.datasets.VectorSamples;
import java.util.OptionalDouble;

/**
 * One pass over the samples.
 *
 * @param batch for all batches but the last one, if that one is smaller
 * @param lastBatch for that one
 */
record Epoch(VectorSamples samples, Minibatch batch, Minibatch lastBatch, GradientDescent descent) {

  /**
   * Updates once per batch.
   *
   * @return the mean loss over all samples, at once if it stops being finite; empty if the thread
   *     was interrupted
   */
  OptionalDouble run(int[] order) {
    double lossSum = 0;
    for (int from = 0; from < order.length; from += batch.size()) {
      if (Thread.currentThread().isInterrupted()) {
        return OptionalDouble.empty();
      }
      Minibatch next = from + batch.size() <= order.length ? batch : lastBatch;
      next.fill(samples, order, from);
      double loss = descent.update(next);
      if (!Double.isFinite(loss)) {
        return OptionalDouble.of(loss);
      }
      lossSum += loss * next.size();
    }
    return OptionalDouble.of(lossSum / order.length);
  }
}
