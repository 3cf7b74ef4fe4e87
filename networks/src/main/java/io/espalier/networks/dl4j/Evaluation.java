package io.espalier.networks.dl4j;

import io.espalier.datasets.VectorSamples;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * How a network does on samples.
 *
 * @param accuracy share of samples whose most probable class is their label; the first of equals
 *     counts
 * @param loss mean of -log p(label) in nats; p below 1e-38, where floats end, counts as 1e-38; NaN
 *     if an output is
 */
record Evaluation(double accuracy, double loss) {
  private static final int BATCH = 500;
  private static final double LEAST_PROBABILITY = 1e-38;

  static Evaluation of(MultiLayerNetwork network, VectorSamples samples, int classes) {
    int[] order = IntStream.range(0, samples.size()).toArray();
    double loss = 0;
    int right = 0;
    int size = Math.min(BATCH, samples.size());
    try (Minibatch whole = new Minibatch(size, samples.inputs(), classes);
        Minibatch rest =
            new Minibatch(
                samples.size() % size == 0 ? size : samples.size() % size,
                samples.inputs(),
                classes)) {
      for (int from = 0; from < samples.size(); from += size) {
        Minibatch batch = from + size <= samples.size() ? whole : rest;
        batch.fill(samples, order, from);
        float[] probabilities = network.output(batch.inputs()).dup('c').data().asFloat();
        for (int row = 0; row < batch.size(); row++) {
          int label = samples.label(from + row);
          float p = probabilities[row * classes + label];
          loss -= Math.log(p < LEAST_PROBABILITY ? LEAST_PROBABILITY : p);
          right += mostProbable(probabilities, row * classes, classes) == label ? 1 : 0;
        }
      }
    }
    return new Evaluation((double) right / samples.size(), loss / samples.size());
  }

  boolean isFinite() {
    return Double.isFinite(loss);
  }

  private static int mostProbable(float[] probabilities, int from, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = probabilities[from + c] > probabilities[from + best] ? c : best;
    }
    return best;
  }
}
