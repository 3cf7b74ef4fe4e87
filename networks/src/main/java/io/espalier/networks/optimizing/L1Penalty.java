package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Require;
import java.util.List;
import java.util.Set;

/**
 * Strength times the sum of magnitudes, added to the loss: its subgradient is strength times the
 * sign of the weight, 0 where the weight is 0.
 *
 * <p>The sign is the weight times 1e38, held between -1 and 1, which a processor does to many
 * weights at once.
 *
 * @param strength above 0
 * @param tensors names of those that are penalised
 */
public record L1Penalty(double strength, Set<String> tensors) {
  private static final float STEEP = 1e38f;

  public L1Penalty {
    Require.within("penalty.strength", strength, Double.MIN_NORMAL, Double.MAX_VALUE);
    tensors = Set.copyOf(tensors);
  }

  /** Adds the subgradient to the gradients; padding, which is 0, gets none. */
  void addTo(List<Parameter> parameters) {
    float factor = (float) strength;
    for (Parameter parameter : parameters) {
      if (tensors.contains(parameter.name())) {
        add(parameter.gradients(), parameter.values(), factor);
      }
    }
  }

  private static void add(float[] gradients, float[] values, float strength) {
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] += strength * Math.max(-1, Math.min(1, values[i] * STEEP));
    }
  }
}
