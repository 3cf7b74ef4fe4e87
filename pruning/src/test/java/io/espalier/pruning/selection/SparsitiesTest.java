package io.espalier.pruning.selection;

import static io.espalier.plan.Distribution.CLASS_BLINDED;
import static io.espalier.plan.Distribution.CLASS_UNIFORM;
import static io.espalier.pruning.selection.Cutting.SQUARES;
import static io.espalier.pruning.selection.Cutting.bits;
import static io.espalier.pruning.selection.Cutting.cut;
import static io.espalier.pruning.selection.Cutting.options;
import static io.espalier.pruning.selection.Cutting.select;
import static io.espalier.pruning.selection.Cutting.sparsities;
import static io.espalier.pruning.selection.Cutting.squares;
import static io.espalier.pruning.selection.Cutting.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningOptions;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyScores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparsitiesTest {
  private static final Checkpoint RISING = squares(values(1, -2, 3, -4), values(-5, 6, 7, 8));
  private static final PruningOptions MAY_EMPTY = options(Granularity.WEIGHTS, true);

  @Test
  void blindedCutsTheSmallestOfAllLayersTogether() throws Exception {
    Selection.Cut cut = cut(SQUARES, sparsities(CLASS_BLINDED, MAY_EMPTY, 0.5), RISING);

    assertThat(bits(cut.mask())).containsExactly("0000", "1111");
    assertThat(cut.threshold()).hasValue(4.0);
    assertThat(cut.targetSparsity()).isEqualTo(0.5);
    assertThat(cut.layers())
        .containsExactly(
            new LayerPruning("layer0.weight", 0, 4, Optional.of(4.0)),
            new LayerPruning("layer1.weight", 4, 4, Optional.empty()));
  }

  @Test
  void uniformCutsTheSameShareOfEachLayer() throws Exception {
    Selection.Cut cut = cut(SQUARES, sparsities(CLASS_UNIFORM, 0.5), RISING);

    assertThat(bits(cut.mask())).containsExactly("0011", "0011");
    assertThat(cut.threshold()).isEmpty();
    assertThat(cut.layers())
        .containsExactly(
            new LayerPruning("layer0.weight", 2, 4, Optional.of(2.0)),
            new LayerPruning("layer1.weight", 2, 4, Optional.of(6.0)));
  }

  @Test
  void amongEqualsTheFirstIsCutLayerByLayer() throws Exception {
    Checkpoint weights = squares(values(2, -1, 1, 2), values(1, -1, 1, 2));

    assertThat(bits(cut(SQUARES, sparsities(CLASS_BLINDED, 0.375), weights).mask()))
        .containsExactly("1001", "0111");
  }

  @Test
  void halvesAreRoundedUp() throws Exception {
    FeedForward three = new FeedForward(List.of(3, 1));
    Checkpoint weights = Cutting.checkpoint(three, Map.of("layer0.weight", values(1, 2, 3)));

    assertThat(bits(cut(three, sparsities(CLASS_BLINDED, 0.5), weights).mask()))
        .containsExactly("001");
  }

  @Test
  void whatWasPrunedBeforeStaysPrunedAndCounts() throws Exception {
    FeedForward six = new FeedForward(List.of(6, 1));
    Checkpoint weights = Cutting.checkpoint(six, Map.of("layer0.weight", values(0, 0, 9, 1, 2, 8)));
    Mask held =
        new Mask(
            List.of(Mask.ones(six).layers().get(0).keeping(BitSet.valueOf(new long[] {0b111001}))));

    Selection.Cut cut =
        (Selection.Cut) select(six, sparsities(CLASS_BLINDED, 0.5), 1, held, weights);

    assertThat(bits(cut.mask())).containsExactly("000111");
    assertThat(cut.threshold()).hasValue(0.0);
  }

  /** What the step has always done, said by a sort of everything. */
  @ParameterizedTest
  @EnumSource(names = {"CLASS_BLINDED", "CLASS_UNIFORM"})
  void exactlyThoseGoThatSortingBySaliencyThenLayerThenIndexPutsFirst(Distribution distribution)
      throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 300; round++) {
      Architecture architecture = Cutting.any(random);
      Checkpoint weights = Cutting.any(architecture, 1 + random.nextInt(40), random);
      Mask held = Cutting.anyMask(architecture, random);
      double sparsity = 0.5 + random.nextDouble() / 2;
      BranchPlan branch = sparsities(distribution, MAY_EMPTY, sparsity);

      Mask expected = sorted(distribution == CLASS_BLINDED, sparsity, held, weights);
      if (expected.equals(held)) {
        assertThatThrownBy(() -> select(architecture, branch, 1, held, weights))
            .isInstanceOf(PruningRefused.class);
      } else {
        Selection.Cut cut = (Selection.Cut) select(architecture, branch, 1, held, weights);
        assertThat(cut.mask()).isEqualTo(expected);
        assertThat(cut.layers().stream().mapToLong(LayerPruning::kept).sum())
            .isEqualTo(expected.kept());
      }
    }
  }

  private record Weight(int layer, int index, float score) {}

  private static Mask sorted(boolean together, double sparsity, Mask held, Checkpoint weights) {
    List<List<LayerMask>> pools =
        together ? List.of(held.layers()) : held.layers().stream().map(List::of).toList();
    List<LayerMask> left = new ArrayList<>();
    for (List<LayerMask> pool : pools) {
      List<Weight> there = new ArrayList<>();
      List<BitSet> kept = new ArrayList<>();
      for (int l = 0; l < pool.size(); l++) {
        int layer = l;
        LayerMask mask = pool.get(l);
        kept.add(mask.bits());
        mask.bits().stream()
            .mapToObj(i -> new Weight(layer, i, Math.abs(weights.tensor(mask.layer()).value(i))))
            .forEach(there::add);
      }
      there.sort(
          Comparator.comparing(Weight::score)
              .thenComparing(Weight::layer)
              .thenComparing(Weight::index));
      long total = pool.stream().mapToLong(LayerMask::total).sum();
      long amount = Math.max(0, Math.round(sparsity * total) - (total - there.size()));
      there.stream().limit(amount).forEach(w -> kept.get(w.layer()).clear(w.index()));
      for (int l = 0; l < pool.size(); l++) {
        left.add(pool.get(l).keeping(kept.get(l)));
      }
    }
    return new Mask(left);
  }

  @Test
  void laterStepsOnlyEverCutMoreAndReachTheirShareExactly() throws Exception {
    SplittableRandom random = new SplittableRandom(8);
    FeedForward network = new FeedForward(List.of(20, 14, 5));
    BranchPlan branch = sparsities(CLASS_BLINDED, MAY_EMPTY, 0.3, 0.6, 0.9);
    Mask held = Mask.ones(network);
    for (int step = 1; step <= 3; step++) {
      Checkpoint weights = Cutting.any(network, 100, random);
      Mask next = ((Selection.Cut) select(network, branch, step, held, weights)).mask();
      for (int l = 0; l < next.layers().size(); l++) {
        BitSet revived = next.layers().get(l).bits();
        revived.andNot(held.layers().get(l).bits());
        assertThat(revived.isEmpty()).isTrue();
      }
      assertThat(next.total() - next.kept())
          .isEqualTo(Math.round(branch.sparsities().get(step - 1) * next.total()));
      held = next;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASS_BLINDED", "CLASS_UNIFORM"})
  void aStepThatPrunesNothingIsRejected(Distribution distribution) {
    refused(sparsities(distribution, 0.05), "sparsity 0.05 cuts nothing: 8 of 8 weights are left");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASS_BLINDED", "CLASS_UNIFORM"})
  void aStepThatPrunesEverythingIsRejected(Distribution distribution) {
    refused(sparsities(distribution, 0.99), "leaves no weight in layer0.weight");
  }

  @Test
  void aStepThatEmptiesALayerIsRejected() {
    refused(sparsities(CLASS_BLINDED, 0.5), "sparsity 0.5 leaves no weight in layer0.weight");
  }

  @Test
  void everythingMayGoWhereLayersMayBeEmpty() throws Exception {
    Selection.Cut cut = cut(SQUARES, sparsities(CLASS_BLINDED, MAY_EMPTY, 1.0), RISING);

    assertThat(cut.mask().kept()).isZero();
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    SaliencyScores scores =
        SaliencyScores.of(
            Map.of(
                "layer0.weight", values(1, 2, Float.NaN, 4), "layer1.weight", values(1, 2, 3, 4)));

    assertThatThrownBy(
            () ->
                Selector.select(
                    new PlannedCut(
                        SQUARES, sparsities(CLASS_BLINDED, 0.5), 1, Mask.ones(SQUARES), RISING),
                    scores))
        .asInstanceOf(InstanceOfAssertFactories.type(PruningRefused.class))
        .returns(FailureReason.SALIENCY_UNUSABLE, PruningRefused::reason)
        .extracting(PruningRefused::getMessage)
        .asString()
        .contains("layer0.weight[2] scores NaN");
  }

  @Test
  void aControlKeepsEverythingThatIsThere() {
    Mask held = Cutting.anyMask(SQUARES, new SplittableRandom(1));

    Selection.Cut cut = Selection.Cut.nothing(held);

    assertThat(cut.mask()).isEqualTo(held);
    assertThat(cut.layers()).allMatch(layer -> layer.threshold().isEmpty());
  }

  private static void refused(BranchPlan branch, String message) {
    Cutting.refused(FailureReason.AMOUNT_IMPOSSIBLE, SQUARES, branch, RISING, message);
  }
}
