package io.espalier.networks.optimizing;

import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The updates of one training, one per batch: gradients, L1 penalty, clipping, then the optimizer,
 * which adds the weight decay. Belongs to one thread.
 *
 * <p>Gradient descent with nothing added is left to {@link Model#descend}, which need not store the
 * gradient.
 */
public final class Descent {
  private final Optimizer optimizer;
  private final float weightDecay;
  private final OptionalDouble clip;
  private final Optional<L1Penalty> penalty;
  private Optional<UpdateRule> rule = Optional.empty();

  /**
   * @param penalty on some of the weights; empty for none
   */
  public Descent(TrainingOptions options, Optional<L1Penalty> penalty) {
    this.optimizer = options.optimizer();
    this.weightDecay = options.weightDecay().orElse(0.0).floatValue();
    this.clip = options.gradientClip().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    this.penalty = penalty;
  }

  /**
   * One update of all parameters.
   *
   * @param rate step size
   * @param momentum Adam does not look at it
   * @return the batch's loss before the update, as {@link Model#gradients}
   */
  public double update(Model model, Batch batch, Dropout dropout, float rate, float momentum) {
    if (isPlain(momentum)) {
      return model.descend(batch, dropout, rate);
    }
    double loss = model.gradients(batch, dropout);
    List<Parameter> parameters = model.parameters();
    if (rule.isEmpty()) {
      rule = Optional.of(UpdateRule.of(optimizer, weightDecay, parameters));
    }
    penalty.ifPresent(p -> p.addTo(parameters));
    float scale = clip.isPresent() ? GradientNorm.scale(parameters, clip.getAsDouble()) : 1;
    rule.get().update(parameters, rate, momentum, scale);
    return loss;
  }

  /** Goes on with a model of the same network whose structure is another. */
  public void carryTo(Model model) {
    rule.ifPresent(r -> r.carryTo(model.parameters()));
  }

  private boolean isPlain(float momentum) {
    return optimizer == Optimizer.SGD
        && momentum == 0
        && weightDecay == 0
        && clip.isEmpty()
        && penalty.isEmpty();
  }
}
