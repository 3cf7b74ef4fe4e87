package io.espalier.networks.structurelearning;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.StructureLearning.GradualMagnitude;
import io.espalier.plan.StructureLearning.L1Threshold;
import io.espalier.plan.StructureLearning.RigL;
import io.espalier.plan.StructureLearning.SparseEvolutionary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureLearnersTest {
  private static final Mask DENSE =
      Layers.dense(List.of(List.of(8L, 20L), List.of(6L, 8L), List.of(17L)));

  @Test
  void gradualPruningFollowsTheCubicAndHitsItsTarget() {
    StructureLearner learner = learner(new GradualMagnitude(0.9, 1, 3, 4), 5);
    SplittableRandom random = new SplittableRandom(1);
    Mask held = learner.begin();
    List<Long> kept = new ArrayList<>();
    for (long batch = 1; batch <= 50; batch++) {
      Mask before = held;
      held = learner.afterBatch(batch, Layers.any(held, random)).orElse(held);
      assertThat(lost(held, before)).as("nothing comes back").isZero();
      kept.add(held.kept());
    }

    assertThat(DENSE.total()).isEqualTo(225);
    assertThat(kept.subList(0, 13)).containsOnly(225L);
    assertThat(kept.subList(13, 17)).containsOnly(225 - cubic(4 / 20.0));
    assertThat(kept.subList(17, 21)).containsOnly(225 - cubic(8 / 20.0));
    assertThat(kept.subList(29, 50)).containsOnly(225L - 203);
    assertThat(learner.isReached(2)).isFalse();
    assertThat(learner.isReached(3)).isTrue();
  }

  @Test
  void gradualPruningReachesItsEndAlsoBetweenTwoPrunings() {
    StructureLearner learner = learner(new GradualMagnitude(0.5, 0, 1, 1_000), 5);

    Optional<Mask> last = learner.afterBatch(10, Layers.any(DENSE, new SplittableRandom(1)));

    assertThat(last).hasValueSatisfying(mask -> assertThat(mask.kept()).isEqualTo(225 - 113));
  }

  @Test
  void gradualPruningTakesTheSmallestOfAllLayers() {
    Layers network = Layers.any(DENSE, new SplittableRandom(2));

    Mask mask =
        learner(new GradualMagnitude(0.5, 0, 1, 1), 5).afterBatch(10, network).orElseThrow();

    assertThat(magnitudes(network, mask, true).max().orElseThrow()).isGreaterThan(0.4);
    assertThat(magnitudes(network, mask, false).max().orElseThrow())
        .isLessThanOrEqualTo(magnitudes(network, mask, true).min().orElseThrow());
  }

  @Test
  void gradualPruningLeavesOneWeight() {
    Mask mask =
        learner(new GradualMagnitude(0.9999, 0, 1, 1), 5)
            .afterBatch(10, Layers.any(DENSE, new SplittableRandom(3)))
            .orElseThrow();

    assertThat(mask.kept()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void evolutionKeepsTheCountOfEveryLayerForAnyNetwork(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mask dense = Layers.anyDense(random);
    StructureLearner learner =
        StructureLearners.of(
            new SparseEvolutionary(random.nextDouble(), 0.3), new Course(dense, seed, 6, 10));
    Mask held = learner.begin();
    for (int epoch = 2; epoch <= 6; epoch++) {
      Layers network = Layers.any(held, random);
      Mask next = learner.beforeEpoch(epoch, network).orElseThrow();
      for (int i = 0; i < next.layers().size(); i++) {
        LayerMask before = held.layers().get(i);
        LayerMask after = next.layers().get(i);
        long replaced = Math.min(Math.round(0.3 * before.kept()), before.total() - before.kept());
        assertThat(after.kept()).isEqualTo(before.kept());
        assertThat(lost(before, after)).isEqualTo(replaced);
        assertThat(lost(after, before)).isEqualTo(replaced);
      }
      assertThat(learner.beforeEpoch(epoch, network)).as("the same again").contains(next);
      held = next;
    }
    assertThat(learner.afterEpoch(6, Layers.any(held, random))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void rigLKeepsTheCountsAndGrowsWhereTheGradientIsLargest(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mask dense = Layers.anyDense(random);
    StructureLearner learner =
        StructureLearners.of(
            new RigL(random.nextDouble(), 0.3, 5, 0.75), new Course(dense, seed, 4, 10));
    Mask held = learner.begin();
    for (long batch = 1; batch <= 40; batch++) {
      Layers network = Layers.any(held, random);
      Optional<Mask> next = learner.afterBatch(batch, network);
      assertThat(next.isPresent()).isEqualTo(batch % 5 == 0 && batch < 30);
      if (next.isPresent()) {
        double share = 0.15 * (1 + Math.cos(Math.PI * batch / 30));
        for (int i = 0; i < held.layers().size(); i++) {
          rewired(held.layers().get(i), next.get().layers().get(i), network, share);
        }
        held = next.get();
      }
    }
  }

  private static void rewired(LayerMask before, LayerMask after, Layers network, double share) {
    float[] gradients = network.gradients().get(before.layer());
    long most = Math.min(Math.round(share * before.kept()), before.total() - before.kept());
    assertThat(after.kept()).isEqualTo(before.kept());
    assertThat(lost(before, after)).isEqualTo(lost(after, before)).isLessThanOrEqualTo(most);
    BitSet grown = after.bits();
    grown.andNot(before.bits());
    double least = grown.stream().mapToDouble(i -> Math.abs(gradients[i])).min().orElse(99);
    assertThat(IntStream.range(0, gradients.length).filter(i -> !after.keeps(i)))
        .allSatisfy(i -> assertThat((double) Math.abs(gradients[i])).isLessThanOrEqualTo(least));
  }

  @Test
  void aThresholdCutsWhatIsAtOrBelowItAndLeavesTheLargestOfALayer() {
    Mask dense = Layers.dense(List.of(List.of(2L, 2L), List.of(3L)));
    Map<String, float[]> weights =
        Map.of(
            "layer0.weight",
            new float[] {0.5f, -0.25f, 0.75f, -0.1f},
            "layer1.weight",
            new float[] {0.1f, -0.2f, 0.2f});
    StructureLearner learner =
        StructureLearners.of(new L1Threshold(0.01, 0.25), new Course(dense, 1, 3, 10));

    Mask mask = learner.afterEpoch(1, new Layers(dense, weights, Map.of())).orElseThrow();

    assertThat(learner.l1Strength()).hasValue(0.01);
    assertThat(mask.layers().get(0).bits().stream()).containsExactly(0, 2);
    assertThat(mask.layers().get(1).bits().stream()).containsExactly(2);
  }

  @Test
  void aThresholdLeavesALayerAloneThatHasNothingLeft() {
    LayerMask gone = DENSE.layers().get(2).keeping(new BitSet());
    Mask held = new Mask(List.of(DENSE.layers().get(0), DENSE.layers().get(1), gone));

    Optional<Mask> mask =
        learner(new L1Threshold(1, 1), 3).afterEpoch(1, Layers.any(held, new SplittableRandom(1)));

    assertThat(mask)
        .hasValueSatisfying(
            m -> assertThat(m.layers()).extracting(LayerMask::kept).containsExactly(1L, 1L, 0L));
  }

  private static StructureLearner learner(StructureLearning method, int epochs) {
    return StructureLearners.of(method, new Course(DENSE, 1, epochs, 10));
  }

  private static long cubic(double time) {
    return Math.round(0.9 * (1 - Math.pow(1 - time, 3)) * 225);
  }

  private static DoubleStream magnitudes(Layers network, Mask mask, boolean kept) {
    return mask.layers().stream()
        .flatMapToDouble(
            layer ->
                IntStream.range(0, Math.toIntExact(layer.total()))
                    .filter(i -> layer.keeps(i) == kept)
                    .mapToDouble(i -> Math.abs(network.weights().get(layer.layer())[i])));
  }

  private static long lost(Mask before, Mask after) {
    return IntStream.range(0, before.layers().size())
        .mapToLong(i -> lost(before.layers().get(i), after.layers().get(i)))
        .sum();
  }

  /** Weights that only the first keeps. */
  private static long lost(LayerMask first, LayerMask second) {
    BitSet only = first.bits();
    only.andNot(second.bits());
    return only.cardinality();
  }
}
