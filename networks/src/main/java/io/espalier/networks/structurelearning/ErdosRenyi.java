package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.training.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random structures whose layers are the denser, the smaller they are (Mocanu et al., 2018, arXiv
 * 1707.04780; for tensors of any rank Evci et al., 2020, arXiv 1911.11134): the density of a tensor
 * is proportional to the sum of its sizes over their product, (out + in) / (out * in) for a matrix,
 * and 1 at most. A vector (the weights along a graph's edges) counts as a matrix of one row.
 */
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

  /** Weights that each layer keeps: by its density, rounded by largest remainder, first first. */
  static List<Integer> counts(Mask dense, double sparsity) {
    long total = dense.total();
    long kept = Math.max(1, total - Math.round(sparsity * total));
    List<Double> exact = exact(dense, kept);
    int[] counts = exact.stream().mapToInt(count -> (int) Math.floor(count)).toArray();
    long missing = kept - IntStream.of(counts).asLongStream().sum();
    IntStream.range(0, counts.length)
        .filter(i -> counts[i] < dense.layers().get(i).total())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> counts[i] - exact.get(i)))
        .limit(missing)
        .forEach(i -> counts[i]++);
    return IntStream.of(counts).boxed().toList();
  }

  /**
   * The factor of proportionality is the one with which the counts add up. Layers that it would
   * make denser than dense are dense, and the others share the rest.
   */
  private static List<Double> exact(Mask dense, long kept) {
    List<LayerMask> layers = dense.layers();
    boolean[] whole = new boolean[layers.size()];
    double factor;
    boolean changed;
    do {
      double left = kept;
      double sizes = 0;
      for (int i = 0; i < whole.length; i++) {
        left -= whole[i] ? layers.get(i).total() : 0;
        sizes += whole[i] ? 0 : sizes(layers.get(i));
      }
      factor = left / sizes;
      changed = false;
      for (int i = 0; i < whole.length; i++) {
        if (!whole[i] && factor * sizes(layers.get(i)) > layers.get(i).total()) {
          whole[i] = true;
          changed = true;
        }
      }
    } while (changed);
    List<Double> counts = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      counts.add(whole[i] ? layers.get(i).total() : factor * sizes(layers.get(i)));
    }
    return counts;
  }

  private static double sizes(LayerMask layer) {
    long sum = layer.shape().stream().mapToLong(Long::longValue).sum();
    return layer.shape().size() == 1 ? sum + 1 : sum;
  }
}
