package io.espalier.pruning.saliency;

import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The mask of a pruning step.
 *
 * <p>Exactly {@code round(sparsity * total)} weights are zero afterwards, halves rounded up,
 * counted against the dense network: over all layers together for {@code magnitude-class-blinded},
 * in each layer for {@code magnitude-class-uniform}. What was pruned before stays pruned and
 * counts; a layer that already has fewer weights than its share leaves it alone. Source of both:
 * Stier, Darji, Granitzer, LOD 2021 (arXiv 2107.12917), after See, Luong, Manning 2016.
 */
public final class Masks {
  private Masks() {}

  /**
   * Computes the masks, in the order of the layers.
   *
   * @param sparsity share of all weights that is zero afterwards, 0..1; the dense control ignores
   *     it
   * @throws AmountImpossible if nothing more would be cut, or nothing would be left; never for the
   *     dense control
   */
  public static List<PrunedLayer> of(
      PruningMethod method, double sparsity, List<WeightLayer> layers) throws AmountImpossible {
    Require.within("sparsity", sparsity, 0, 1);
    Require.nonEmpty("layers", layers);
    List<PrunedLayer> masks =
        method.match(
            criterion ->
                criterion.distribution() == Distribution.CLASS_BLINDED
                    ? blinded(sparsity, layers)
                    : uniform(sparsity, layers),
            control -> Selection.cut(layers, 0));
    if (!method.equals(Control.DENSE_CONTROL)) {
      check(sparsity, layers, masks);
    }
    return masks;
  }

  private static List<PrunedLayer> blinded(double sparsity, List<WeightLayer> layers) {
    return Selection.cut(layers, amount(sparsity, layers));
  }

  private static List<PrunedLayer> uniform(double sparsity, List<WeightLayer> layers) {
    List<PrunedLayer> masks = new ArrayList<>();
    for (WeightLayer layer : layers) {
      List<WeightLayer> alone = List.of(layer);
      masks.addAll(Selection.cut(alone, amount(sparsity, alone)));
    }
    return masks;
  }

  /** Weights that are still to be cut from a group so that it reaches the sparsity. */
  private static int amount(double sparsity, List<WeightLayer> group) {
    long total = group.stream().mapToLong(WeightLayer::total).sum();
    long kept = group.stream().mapToLong(WeightLayer::kept).sum();
    return Math.toIntExact(Math.max(0, Math.round(sparsity * total) - (total - kept)));
  }

  private static void check(double sparsity, List<WeightLayer> before, List<PrunedLayer> after)
      throws AmountImpossible {
    long keptBefore = before.stream().mapToLong(WeightLayer::kept).sum();
    long keptAfter = after.stream().mapToLong(layer -> layer.kept().cardinality()).sum();
    long total = after.stream().mapToLong(PrunedLayer::total).sum();
    if (keptAfter == keptBefore) {
      throw new AmountImpossible(
          "sparsity "
              + sparsity
              + " cuts nothing: "
              + keptBefore
              + " of "
              + total
              + " weights are left already");
    }
    if (keptAfter == 0) {
      throw new AmountImpossible(
          "sparsity "
              + sparsity
              + " cuts all of the "
              + total
              + " weights: nothing is left to train");
    }
  }
}
