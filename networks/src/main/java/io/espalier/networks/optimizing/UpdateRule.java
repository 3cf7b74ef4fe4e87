package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Optimizer;
import java.util.List;

/**
 * What an optimizer does with the gradients of one batch, and what it remembers of earlier ones.
 */
interface UpdateRule {

  static UpdateRule of(Optimizer optimizer, float weightDecay, List<Parameter> parameters) {
    return switch (optimizer) {
      case SGD -> new Sgd(weightDecay, parameters);
      case ADAM -> new Adam(weightDecay, parameters);
    };
  }

  /**
   * Updates all values from the gradients.
   *
   * @param parameters those that this rule remembers
   * @param scale by which the gradients are multiplied first
   */
  void update(List<Parameter> parameters, float rate, float momentum, float scale);

  /** Goes on with other entries of the same tensors; entries that are new start without memory. */
  void carryTo(List<Parameter> parameters);
}
