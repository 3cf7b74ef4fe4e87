package io.espalier.pruning.selection;

import static io.espalier.plan.Distribution.CLASS_BLINDED;
import static io.espalier.plan.Distribution.CLASS_DISTRIBUTED;
import static io.espalier.plan.Distribution.CLASS_UNIFORM;
import static io.espalier.plan.Distribution.ERDOS_RENYI_KERNEL;
import static io.espalier.plan.Distribution.PER_LAYER;
import static io.espalier.pruning.selection.Cutting.SQUARES;
import static io.espalier.pruning.selection.Cutting.bits;
import static io.espalier.pruning.selection.Cutting.cut;
import static io.espalier.pruning.selection.Cutting.options;
import static io.espalier.pruning.selection.Cutting.rates;
import static io.espalier.pruning.selection.Cutting.select;
import static io.espalier.pruning.selection.Cutting.sparsities;
import static io.espalier.pruning.selection.Cutting.squares;
import static io.espalier.pruning.selection.Cutting.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.CellType;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningOptions;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistributionsTest {
  private static final PruningOptions MAY_EMPTY = options(Granularity.WEIGHTS, true);
  private static final RecurrentStack GRU =
      new RecurrentStack(CellType.GRU, 5, 3, List.of(4, 3), 2);
  private static final Checkpoint GRU_WEIGHTS = InitialWeights.checkpoint(GRU, 3);

  /** The second layer is the first a hundred times: with its spread its weights are alike. */
  @Test
  void distributedComparesWeightsInUnitsOfTheirLayersSpread() throws Exception {
    Checkpoint weights = squares(values(1, -2, 3, -4), values(100, -200, 300, -400));

    Selection.Cut cut = cut(SQUARES, sparsities(CLASS_DISTRIBUTED, 0.5), weights);

    assertThat(bits(cut.mask())).containsExactly("0011", "0011");
    double spread = Math.sqrt((1.5 * 1.5 + 1.5 * 1.5 + 3.5 * 3.5 + 3.5 * 3.5) / 4);
    assertThat(cut.threshold().orElseThrow()).isCloseTo(2 / spread, within(1e-6));
  }

  @Test
  void distributedTakesTheSpreadOfTheWeightsThatAreLeft() throws Exception {
    Checkpoint weights = squares(values(-1, 1.5, 60, -90), values(1, -2, 3, -4));
    Mask held =
        new Mask(
            List.of(
                Mask.ones(SQUARES).layers().get(0).keeping(bitSet(0, 1)),
                Mask.ones(SQUARES).layers().get(1)));

    Selection.Cut cut =
        (Selection.Cut) select(SQUARES, sparsities(CLASS_DISTRIBUTED, 0.375), 1, held, weights);

    assertThat(bits(cut.mask())).containsExactly("1100", "0111");
  }

  @Test
  void perLayerCutsTheRateOfEachLayerThatIsNamed() throws Exception {
    Selection.Cut cut =
        cut(GRU, rates(PER_LAYER, Map.of("h2h", 0.5, "layer0.i2h", 0.25)), GRU_WEIGHTS);

    assertThat(cut.layers())
        .extracting(layer -> layer.total() - layer.kept())
        .containsExactly(9L, 24L, 0L, 14L);
    assertThat(cut.threshold()).isEmpty();
    assertThat(cut.targetSparsity()).isCloseTo((9 + 24 + 14) / (36 + 48 + 27.0), within(1e-9));
  }

  @Test
  void ratesThatNameNoLayerAreRefusedAndTheLayersAreTold() {
    refused(
        FailureReason.SCOPE_EMPTY,
        GRU,
        rates(PER_LAYER, Map.of("layer7", 0.5)),
        "layer7",
        "layer0.i2h.weight, layer0.h2h.weight, layer1.i2h.weight, layer1.h2h.weight");
  }

  @Test
  void aRateThatNamesNoLayerIsRefusedBesideOnesThatDo() {
    refused(
        FailureReason.SCOPE_EMPTY,
        GRU,
        rates(PER_LAYER, Map.of("h2h", 0.5, "layer7", 0.5)),
        "layerRates has [layer7], which names no layer",
        "layer1.h2h.weight");
  }

  @Test
  void aLayerThatTwoRatesNameIsRefused() {
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        GRU,
        rates(PER_LAYER, Map.of("h2h", 0.5, "layer1", 0.25)),
        "layerRates names layer1.h2h.weight with [h2h, layer1]");
  }

  @Test
  void ratesAndTheirDistributionGoTogetherOnly() {
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        GRU,
        rates(CLASS_BLINDED, Map.of("h2h", 0.5)),
        "go together only");
    refused(FailureReason.AMOUNT_IMPOSSIBLE, GRU, sparsities(PER_LAYER, 0.5), "go together only");
  }

  @Test
  void theKernelKeepsTheMoreTheSmallerALayerIs() throws Exception {
    FeedForward lenet = new FeedForward(List.of(784, 300, 100, 10));

    Selection.Cut cut =
        cut(lenet, sparsities(ERDOS_RENYI_KERNEL, 0.9), InitialWeights.checkpoint(lenet, 1));

    double factor = (26_620 - 1_000) / (1_084.0 + 400);
    assertThat(cut.layers())
        .extracting(LayerPruning::kept)
        .containsExactly((long) Math.floor(factor * 1084), (long) Math.ceil(factor * 400), 1_000L);
    assertThat(cut.threshold()).isEmpty();
  }

  @Test
  void theKernelReachesEveryShareExactlyWhateverIsGoneAlready() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 300; round++) {
      Architecture architecture = Cutting.any(random);
      Mask held = Cutting.anyMask(architecture, random);
      double sparsity = 0.6 + 0.4 * random.nextDouble();
      long gone = Math.round(sparsity * held.total());
      if (gone > held.total() - held.kept()) {
        Selection.Cut cut =
            (Selection.Cut)
                select(
                    architecture,
                    sparsities(ERDOS_RENYI_KERNEL, MAY_EMPTY, sparsity),
                    1,
                    held,
                    Cutting.any(architecture, 9, random));

        assertThat(cut.mask().total() - cut.mask().kept()).isEqualTo(gone);
        assertThat(onlyCuts(held, cut.mask())).isTrue();
      }
    }
  }

  @Test
  void theKernelIsOfWeightsAndNotOfUnitsNorOfBudgets() {
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        GRU,
        sparsities(ERDOS_RENYI_KERNEL, options(Granularity.UNITS, false), 0.5),
        "not how many units");
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        GRU,
        Cutting.rounds(ERDOS_RENYI_KERNEL, new Cut.SaliencyBudget(0.1)),
        "saliency budget");
  }

  @Test
  void aScopeCountsItsOwnWeightsOnly() throws Exception {
    Selection.Cut cut =
        cut(
            GRU,
            sparsities(CLASS_BLINDED, options(Granularity.WEIGHTS, false, "h2h"), 0.4),
            GRU_WEIGHTS);

    assertThat(cut.layers().get(0).kept()).isEqualTo(36);
    assertThat(cut.layers().get(2).kept()).isEqualTo(36);
    assertThat(cut.layers().get(1).kept() + cut.layers().get(3).kept())
        .isEqualTo(75 - Math.round(0.4 * 75));
  }

  @ParameterizedTest
  @EnumSource(
      value = Distribution.class,
      names = {"CLASS_BLINDED", "CLASS_UNIFORM", "CLASS_DISTRIBUTED", "ERDOS_RENYI_KERNEL"})
  void nothingOutsideTheScopeChangesAndTheShareIsExact(Distribution distribution) throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 100; round++) {
      Architecture architecture = Cutting.any(random);
      Mask held = Mask.ones(architecture);
      double sparsity = 0.3 + 0.7 * random.nextDouble();
      Selection.Cut cut =
          (Selection.Cut)
              select(
                  architecture,
                  sparsities(distribution, options(Granularity.WEIGHTS, true, "layer0"), sparsity),
                  1,
                  held,
                  Cutting.any(architecture, 9, random));

      long gone = 0;
      long total = 0;
      for (LayerMask layer : cut.mask().layers()) {
        if (layer.layer().startsWith("layer0.")) {
          gone += layer.total() - layer.kept();
          total += layer.total();
        } else {
          assertThat(layer).isEqualTo(held.layer(layer.layer()));
        }
      }
      assertThat(gone)
          .isCloseTo(Math.round(sparsity * total), within(distribution == CLASS_UNIFORM ? 1L : 0L));
    }
  }

  @Test
  void aScopeThatNamesNoLayerIsRefusedAndTheLayersAreTold() {
    refused(
        FailureReason.SCOPE_EMPTY,
        SQUARES,
        sparsities(CLASS_BLINDED, options(Granularity.WEIGHTS, false, "i2h"), 0.5),
        "[i2h]",
        "layer0.weight, layer1.weight");
  }

  @Test
  void aPartOfTheScopeThatNamesNoLayerIsRefusedBesideOnesThatDo() {
    refused(
        FailureReason.SCOPE_EMPTY,
        GRU,
        sparsities(CLASS_BLINDED, options(Granularity.WEIGHTS, false, "h2h", "layer7"), 0.5),
        "scope has [layer7], which names no layer",
        "layer0.i2h.weight");
  }

  private static boolean onlyCuts(Mask before, Mask after) {
    return after.layers().stream()
        .allMatch(layer -> layer.bits().stream().allMatch(before.layer(layer.layer())::keeps));
  }

  private static BitSet bitSet(int... set) {
    BitSet bits = new BitSet();
    for (int i : set) {
      bits.set(i);
    }
    return bits;
  }

  private static void refused(
      FailureReason reason, Architecture architecture, BranchPlan branch, String... message) {
    Cutting.refused(
        reason, architecture, branch, InitialWeights.checkpoint(architecture, 1), message);
  }
}
