package io.espalier.benchmarks.cases;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Masks without structure, the hardest for kernels. */
final class RandomMask {
  private RandomMask() {}

  /** Keeps each weight with the same probability, the same ones at every call. */
  static Mask of(Architecture architecture, double share) {
    SplittableRandom random = new SplittableRandom(3);
    return new Mask(
        Mask.ones(architecture).layers().stream()
            .map(layer -> new LayerMask(layer.layer(), layer.shape(), some(layer, share, random)))
            .toList());
  }

  private static BitSet some(LayerMask layer, double share, SplittableRandom random) {
    BitSet kept = new BitSet();
    for (int i = 0; i < layer.total(); i++) {
      kept.set(i, random.nextDouble() < share);
    }
    return kept;
  }
}
