package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.training.Seeds;
import io.espalier.plan.StructureLearning.SparseEvolutionary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Sparse evolutionary training (Mocanu et al., 2018, arXiv 1707.04780): begins with an {@link
 * ErdosRenyi} structure. Before every epoch but the first each layer loses {@code round(rewired *
 * kept)} weights of smallest magnitude, the first of equals, and gets as many at random places
 * where none was before the loss; fewer, if there are fewer such places.
 */
final class SparseEvolution implements StructureLearner {
  private final SparseEvolutionary rule;
  private final Course course;

  SparseEvolution(SparseEvolutionary rule, Course course) {
    this.rule = rule;
    this.course = course;
  }

  @Override
  public Mask begin() {
    return ErdosRenyi.drawn(course.dense(), rule.sparsity(), course.seed());
  }

  @Override
  public Optional<Mask> beforeEpoch(int epoch, Insight network) {
    int replacement = epoch - 1;
    Map<String, float[]> weights = network.weights();
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : network.mask().layers()) {
      SplittableRandom random =
          new SplittableRandom(Seeds.derived(course.seed(), layers.size(), replacement));
      layers.add(rewired(layer, weights.get(layer.layer()), random));
    }
    return Optional.of(new Mask(layers));
  }

  private LayerMask rewired(LayerMask layer, float[] weights, SplittableRandom random) {
    BitSet kept = layer.bits();
    BitSet free = layer.bits();
    free.flip(0, weights.length);
    int amount = Replacement.amount(layer, rule.rewired());
    kept.andNot(Competitors.bySmallest(layer.bits(), weights).winners(amount));
    kept.or(Draw.from(free, amount, random));
    return layer.keeping(kept);
  }
}
