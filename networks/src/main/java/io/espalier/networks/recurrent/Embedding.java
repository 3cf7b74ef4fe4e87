package io.espalier.networks.recurrent;

import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Panel;

/** Learnt values of each token; they are the first units of the activations. */
final class Embedding {
  private final Parameter weights;
  private final int width;

  /**
   * @param weights [alphabet, width]
   */
  Embedding(Parameter weights, int width) {
    this.weights = weights;
    this.width = width;
  }

  Parameter parameter() {
    return weights;
  }

  void forward(TokenLanes tokens, Panel activations, int steps) {
    int lanes = activations.lanes();
    float[] values = weights.values();
    float[] to = activations.values();
    for (int step = 0; step < steps; step++) {
      int at = activations.at(step);
      for (int lane = 0; lane < lanes; lane++) {
        int row = tokens.token(step, lane) * width;
        for (int i = 0; i < width; i++) {
          to[at + i * lanes + lane] = values[row + i];
        }
      }
    }
  }

  /** Adds to the gradient: a token's values get what came back wherever it stood. */
  void backward(TokenLanes tokens, Panel gradients, int steps) {
    int lanes = gradients.lanes();
    float[] sums = weights.gradients();
    float[] from = gradients.values();
    for (int step = 0; step < steps; step++) {
      int at = gradients.at(step);
      for (int lane = 0; lane < lanes; lane++) {
        int row = tokens.token(step, lane) * width;
        for (int i = 0; i < width; i++) {
          sums[row + i] += from[at + i * lanes + lane];
        }
      }
    }
  }
}
