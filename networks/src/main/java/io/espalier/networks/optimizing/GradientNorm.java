package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Parameter;
import java.util.List;

/** The L2 norm of the gradient over all parameters, and what it takes to hold it down. */
final class GradientNorm {
  /** PyTorch's. */
  private static final double EPSILON = 1e-6;

  private GradientNorm() {}

  /**
   * By what to multiply all gradients so that their norm is at most {@code most}, as {@code
   * torch.nn.utils.clip_grad_norm_} has it: min(1, most / (norm + 1e-6)).
   */
  static float scale(List<Parameter> parameters, double most) {
    double squares = 0;
    for (int i = 0; i < parameters.size(); i++) {
      squares += squares(parameters.get(i).gradients());
    }
    return (float) Math.min(1, most / (Math.sqrt(squares) + EPSILON));
  }

  /** Four sums side by side: additions need not wait for each other, and the order is fixed. */
  private static double squares(float[] gradients) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < gradients.length; i += 4) {
      a += (double) gradients[i] * gradients[i];
      b += (double) gradients[i + 1] * gradients[i + 1];
      c += (double) gradients[i + 2] * gradients[i + 2];
      d += (double) gradients[i + 3] * gradients[i + 3];
    }
    for (; i < gradients.length; i++) {
      a += (double) gradients[i] * gradients[i];
    }
    return (a + b) + (c + d);
  }
}
