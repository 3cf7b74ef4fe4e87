package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * A part of a network: from the activations of the part before it to its own. What it needs to go
 * backward it keeps from the last {@link #forward}.
 */
interface Stage {

  /** Layout of inputs and outputs. */
  Layout layout();

  /** Number of output units. */
  int units();

  /** Its tensors in the network's order. */
  List<Parameter> parameters();

  /** Makes room for batches of up to so many samples. */
  void reserve(int samples);

  /** The outputs for a batch, valid until the next call. */
  Matrix forward(Matrix input, int samples, Dropout dropout);

  /**
   * From the gradient of the outputs to that of the inputs.
   *
   * @param delta gradient of the loss with respect to the outputs; zero for padding samples;
   *     becomes that with respect to the units' weighted sums
   * @param inputDelta takes the gradient with respect to the inputs, zero for padding samples
   *     whatever an earlier batch left there; null if nobody asks for it
   */
  void backward(Matrix delta, Matrix inputDelta, int samples);

  /**
   * Adds the gradients of all parameters to their destination.
   *
   * @param input of the last {@link #forward}
   * @param delta as the last {@link #backward} left it
   */
  void learn(Matrix input, Matrix delta, int samples, Destination destination);

  /**
   * Remembers the squared gradients of the weighted sums of a backward pass.
   *
   * @param delta as the last {@link #backward} left it
   */
  void square(Matrix delta);

  /**
   * Adds the squared gradients of each sample, summed over the passes since the last call, to the
   * gradients.
   *
   * @param input of the last {@link #forward}
   */
  void learnSquares(Matrix input, int samples);

  /** Name of the weights if all of their rows read all of the inputs. */
  default Optional<String> readBy() {
    return Optional.empty();
  }
}
