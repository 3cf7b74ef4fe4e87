package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.ranking.Apportionment;
import io.espalier.networks.ranking.ErdosRenyiKernel;
import io.espalier.networks.training.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random structures with the layers' densities of the {@link ErdosRenyiKernel}. */
final class ErdosRenyi {
  private ErdosRenyi() {}

  /**
   * A random structure; the positions within a layer are drawn without repetition.
   *
   * @param sparsity exactly {@code round(sparsity * total)} weights are not there; one stays at
   *     least
   */
  static Mask drawn(Mask dense, double sparsity, long seed) {
    List<Integer> counts = counts(dense, sparsity);
    List<LayerMask> layers = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      LayerMask layer = dense.layers().get(i);
      SplittableRandom random = new SplittableRandom(Seeds.derived(seed, i));
      layers.add(layer.keeping(Draw.from(layer.bits(), counts.get(i), random)));
    }
    return new Mask(layers);
  }

  /** Weights that each layer keeps. */
  static List<Integer> counts(Mask dense, double sparsity) {
    long total = dense.total();
    return Apportionment.of(
        Math.max(1, total - Math.round(sparsity * total)),
        dense.layers().stream()
            .map(layer -> ErdosRenyiKernel.part(layer.shape(), layer.total()))
            .toList());
  }
}
