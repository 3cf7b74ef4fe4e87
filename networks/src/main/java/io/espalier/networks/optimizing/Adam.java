package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Parameter;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2015, arXiv 1412.6980) as PyTorch's {@code torch.optim.Adam}: with g the
 * gradient and t counting updates from 1,
 *
 * <pre>
 * d := g + decay * w
 * m := m + (d - m) * (1 - beta1)
 * s := beta2 * s + (1 - beta2) * d * d
 * w := w - rate / (1 - beta1^t) * m / (sqrt(s) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * <p>m and s start at 0. Entries that come later share t with the others, so that their first steps
 * are not corrected for the start at 0.
 */
final class Adam implements UpdateRule {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float EPSILON = 1e-8f;

  private final float weightDecay;
  private EntryState mean;
  private EntryState square;
  private long updates;

  Adam(float weightDecay, List<Parameter> parameters) {
    this.weightDecay = weightDecay;
    this.mean = EntryState.zero(parameters);
    this.square = EntryState.zero(parameters);
  }

  @Override
  public void update(List<Parameter> parameters, float rate, float momentum, float scale) {
    updates++;
    float step = (float) (rate / (1 - Math.pow(BETA1, (double) updates)));
    float root = (float) Math.sqrt(1 - Math.pow(BETA2, (double) updates));
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      update(
          parameter.values(),
          parameter.gradients(),
          mean.of(i),
          square.of(i),
          step,
          root,
          weightDecay,
          scale);
    }
  }

  @Override
  public void carryTo(List<Parameter> parameters) {
    mean = mean.carriedTo(parameters);
    square = square.carriedTo(parameters);
  }

  private static void update(
      float[] values,
      float[] gradients,
      float[] mean,
      float[] square,
      float step,
      float root,
      float decay,
      float scale) {
    float gain1 = (float) (1 - BETA1);
    float beta2 = (float) BETA2;
    float gain2 = (float) (1 - BETA2);
    for (int i = 0; i < values.length; i++) {
      float d = scale * gradients[i] + decay * values[i];
      float m = mean[i] + (d - mean[i]) * gain1;
      float s = beta2 * square[i] + gain2 * d * d;
      mean[i] = m;
      square[i] = s;
      values[i] -= step * m / ((float) Math.sqrt(s) / root + EPSILON);
    }
  }
}
