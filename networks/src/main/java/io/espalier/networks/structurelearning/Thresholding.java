package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.StructureLearning.L1Threshold;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * L1 regularisation, from the dense network on: a penalty pulls weights to zero, and after every
 * epoch those whose magnitude is at or below the threshold go for good. A layer never loses its
 * largest weight (the last of equals), lest it be cut through.
 */
final class Thresholding implements StructureLearner {
  private final L1Threshold rule;
  private final Course course;

  Thresholding(L1Threshold rule, Course course) {
    this.rule = rule;
    this.course = course;
  }

  @Override
  public Mask begin() {
    return course.dense();
  }

  @Override
  public OptionalDouble l1Strength() {
    return OptionalDouble.of(rule.strength());
  }

  @Override
  public Optional<Mask> afterEpoch(int epoch, Insight network) {
    Map<String, float[]> weights = network.weights();
    return Optional.of(
        new Mask(
            network.mask().layers().stream()
                .map(layer -> above(layer, weights.get(layer.layer())))
                .toList()));
  }

  private LayerMask above(LayerMask layer, float[] weights) {
    int below =
        Math.toIntExact(
            layer.bits().stream().filter(i -> Math.abs(weights[i]) <= rule.threshold()).count());
    int amount = Math.min(below, Math.max(0, Math.toIntExact(layer.kept()) - 1));
    BitSet kept = layer.bits();
    kept.andNot(Competitors.bySmallest(layer.bits(), weights).winners(amount));
    return layer.keeping(kept);
  }
}
