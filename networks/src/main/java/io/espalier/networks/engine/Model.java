package io.espalier.networks.engine;

import io.espalier.datasets.Samples;
import java.util.List;

/**
 * A network whose structure (which weights there are) is fixed for its life; a change of the
 * structure builds a new model. Work and memory are proportional to the weights that are there,
 * where that is the faster way. Belongs to one thread and uses one core; models share nothing that
 * is written.
 *
 * <p>The same parameters and batch give the same bits on the same type of machine.
 */
public interface Model extends AutoCloseable {

  /**
   * All parameters in the order of the architecture's tensors; the same objects at every call. A
   * change of their values counts from the next call of another method on.
   */
  List<Parameter> parameters();

  /**
   * Forward and backward: every {@link Parameter#gradients()} is overwritten with the mean gradient
   * of the cross-entropy over the batch.
   *
   * @return the cross-entropy summed over the batch's samples, in nats; NaN or infinite if the
   *     network diverged
   */
  double gradients(Batch batch, Dropout dropout);

  /**
   * One step of plain gradient descent, {@code w := w - rate * gradient}; models that can, do it
   * without storing the gradient. Afterwards {@link Parameter#gradients()} is undefined.
   *
   * @return as {@link #gradients}
   */
  default double descend(Batch batch, Dropout dropout, float rate) {
    double loss = gradients(batch, dropout);
    for (Parameter parameter : parameters()) {
      float[] values = parameter.values();
      float[] gradients = parameter.gradients();
      for (int i = 0; i < values.length; i++) {
        values[i] -= rate * gradients[i];
      }
    }
    return loss;
  }

  /** Loss and accuracy on all of the samples, without dropout. */
  Evaluation evaluate(Samples samples);

  /** Gives memory outside the heap back, if there is any. */
  @Override
  void close();
}
