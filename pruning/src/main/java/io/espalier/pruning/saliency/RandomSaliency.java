package io.espalier.pruning.saliency;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.networks.training.Seeds;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Uniformly distributed in [0, 1): every weight is as likely to be cut as any other. Drawn from the
 * trial's seed, the branch, the step and the layer's name, so that they differ between branches and
 * a repetition of a step draws the same.
 */
final class RandomSaliency implements Saliency {

  @Override
  public String name() {
    return Criterion.RANDOM;
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    long branch = derived(network.plan().seed(), network.at().branch());
    long seed = Seeds.derived(branch, network.at().step());
    return SaliencyScores.of(
        network.mask().layers().stream()
            .collect(Collectors.toMap(LayerMask::layer, layer -> drawn(layer, seed))));
  }

  private static float[] drawn(LayerMask layer, long seed) {
    SplittableRandom random = new SplittableRandom(derived(seed, layer.layer()));
    float[] scores = new float[Math.toIntExact(layer.total())];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) random.nextDouble();
    }
    return scores;
  }

  private static long derived(long seed, String name) {
    return Seeds.derived(seed, name.chars().asLongStream().toArray());
  }
}
