package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.ranking.LowestScores;
import io.espalier.plan.StructureLearning.GradualMagnitude;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gradual magnitude pruning (Zhu and Gupta, 2017, arXiv 1710.01878), from the dense network on.
 *
 * <p>With t from 0 after the begin epoch's last batch to 1 after the end epoch's, exactly {@code
 * round(sparsity * (1 - (1 - t)^3) * total)} weights are gone, halves rounded up, at each pruning;
 * the last one is at t = 1, whatever the distance to the one before. All layers compete; of equal
 * magnitudes the first goes. One weight at least stays.
 */
final class GradualPruning implements StructureLearner {
  private final GradualMagnitude rule;
  private final Mask dense;
  private final long begin;
  private final long end;

  GradualPruning(GradualMagnitude rule, Course course) {
    this.rule = rule;
    this.dense = course.dense();
    this.begin = (long) rule.beginEpoch() * course.batches();
    this.end = (long) rule.endEpoch() * course.batches();
  }

  @Override
  public Mask begin() {
    return dense;
  }

  @Override
  public Optional<Mask> afterBatch(long batch, Insight network) {
    boolean due = batch == end || (batch - begin) % rule.everyBatches() == 0;
    if (batch <= begin || batch > end || !due) {
      return Optional.empty();
    }
    Mask held = network.mask();
    long amount = held.kept() - (dense.total() - gone(batch));
    return amount > 0
        ? Optional.of(without(held, network.weights(), Math.toIntExact(amount)))
        : Optional.empty();
  }

  @Override
  public boolean isReached(int epoch) {
    return epoch >= rule.endEpoch();
  }

  private long gone(long batch) {
    double time = (double) (batch - begin) / (end - begin);
    double sparsity = rule.sparsity() * (1 - Math.pow(1 - time, 3));
    return Math.min(Math.round(sparsity * dense.total()), dense.total() - 1);
  }

  private static Mask without(Mask held, Map<String, float[]> weights, int amount) {
    List<Competitors> competitors =
        held.layers().stream()
            .map(layer -> Competitors.bySmallest(layer.bits(), weights.get(layer.layer())))
            .toList();
    List<BitSet> smallest = LowestScores.of(competitors, amount);
    List<LayerMask> layers = new ArrayList<>();
    for (int i = 0; i < smallest.size(); i++) {
      BitSet kept = held.layers().get(i).bits();
      kept.andNot(smallest.get(i));
      layers.add(held.layers().get(i).keeping(kept));
    }
    return new Mask(layers);
  }
}
