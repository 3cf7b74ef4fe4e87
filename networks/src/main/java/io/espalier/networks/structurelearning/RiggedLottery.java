package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.StructureLearning.RigL;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RigL (Evci et al., 2020, arXiv 1911.11134): begins with an {@link ErdosRenyi} structure. Every so
 * many batches b, while b is below {@code end = until * all batches}, each layer loses {@code
 * round(share * kept)} weights of smallest magnitude, share = rewired / 2 * (1 + cos(pi * b /
 * end)), and gets as many where the gradient of the batch is largest among the places that are then
 * free; the first of equals in both. A weight that goes and comes back at once stays as it is.
 */
final class RiggedLottery implements StructureLearner {
  private final RigL rule;
  private final Course course;
  private final double end;

  RiggedLottery(RigL rule, Course course) {
    this.rule = rule;
    this.course = course;
    this.end = rule.until() * course.epochs() * course.batches();
  }

  @Override
  public Mask begin() {
    return ErdosRenyi.drawn(course.dense(), rule.sparsity(), course.seed());
  }

  @Override
  public Optional<Mask> afterBatch(long batch, Insight network) {
    if (batch % rule.everyBatches() != 0 || batch >= end) {
      return Optional.empty();
    }
    double share = rule.rewired() / 2 * (1 + Math.cos(Math.PI * batch / end));
    Map<String, float[]> weights = network.weights();
    Map<String, float[]> gradients = network.gradients();
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : network.mask().layers()) {
      layers.add(rewired(layer, share, weights.get(layer.layer()), gradients.get(layer.layer())));
    }
    return Optional.of(new Mask(layers));
  }

  private static LayerMask rewired(
      LayerMask layer, double share, float[] weights, float[] gradients) {
    int amount = Replacement.amount(layer, share);
    BitSet kept = layer.bits();
    kept.andNot(Competitors.bySmallest(layer.bits(), weights).winners(amount));
    BitSet free = (BitSet) kept.clone();
    free.flip(0, weights.length);
    kept.or(Competitors.byLargest(free, gradients).winners(amount));
    return layer.keeping(kept);
  }
}
