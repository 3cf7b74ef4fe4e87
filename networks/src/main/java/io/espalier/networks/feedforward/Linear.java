package io.espalier.networks.feedforward;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import java.util.BitSet;

/**
 * Weights [outputs, inputs] and biases that lead from all inputs to some units, as a checkpoint and
 * a mask have them. A class, not a record: it holds arrays, shared and only read.
 */
final class Linear {
  private final String name;
  private final int inputs;
  private final float[] weights;
  private final float[] biases;
  private final BitSet kept;

  private Linear(String name, int inputs, float[] weights, float[] biases, BitSet kept) {
    this.name = name;
    this.inputs = inputs;
    this.weights = weights;
    this.biases = biases;
    this.kept = kept;
  }

  /**
   * @param name of both tensors, without {@code .weight} and {@code .bias}
   */
  static Linear of(String name, Checkpoint checkpoint, Mask mask) {
    float[] weights = checkpoint.tensor(name + ".weight").values();
    float[] biases = checkpoint.tensor(name + ".bias").values();
    return new Linear(
        name, weights.length / biases.length, weights, biases, mask.layer(name + ".weight").bits());
  }

  String weightName() {
    return name + ".weight";
  }

  String biasName() {
    return name + ".bias";
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return biases.length;
  }

  float[] weights() {
    return weights;
  }

  float[] biases() {
    return biases;
  }

  /** Row-major positions of the weights that are there. */
  BitSet kept() {
    return kept;
  }

  boolean isDense() {
    return kept.cardinality() == weights.length;
  }
}
