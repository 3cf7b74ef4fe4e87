package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Parameter;
import java.util.List;

/**
 * Gradient descent as PyTorch's {@code torch.optim.SGD}: with g the gradient, d := g + decay * w;
 * with momentum v := momentum * v + d and w := w - rate * v, without it w := w - rate * d. The
 * velocity v starts at 0 and is not touched as long as the momentum is 0.
 */
final class Sgd implements UpdateRule {
  private final float weightDecay;
  private EntryState velocity;

  Sgd(float weightDecay, List<Parameter> parameters) {
    this.weightDecay = weightDecay;
    this.velocity = EntryState.zero(parameters);
  }

  @Override
  public void update(List<Parameter> parameters, float rate, float momentum, float scale) {
    for (int i = 0; i < parameters.size(); i++) {
      float[] values = parameters.get(i).values();
      float[] gradients = parameters.get(i).gradients();
      if (momentum == 0) {
        plain(values, gradients, rate, weightDecay, scale);
      } else {
        withMomentum(values, gradients, velocity.of(i), rate, momentum, weightDecay, scale);
      }
    }
  }

  @Override
  public void carryTo(List<Parameter> parameters) {
    velocity = velocity.carriedTo(parameters);
  }

  private static void plain(
      float[] values, float[] gradients, float rate, float decay, float scale) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= rate * (scale * gradients[i] + decay * values[i]);
    }
  }

  private static void withMomentum(
      float[] values,
      float[] gradients,
      float[] velocity,
      float rate,
      float momentum,
      float decay,
      float scale) {
    for (int i = 0; i < values.length; i++) {
      float v = momentum * velocity[i] + (scale * gradients[i] + decay * values[i]);
      velocity[i] = v;
      values[i] -= rate * v;
    }
  }
}
