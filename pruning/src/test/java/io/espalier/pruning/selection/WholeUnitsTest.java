package io.espalier.pruning.selection;

import static io.espalier.plan.Distribution.CLASS_BLINDED;
import static io.espalier.plan.Distribution.CLASS_UNIFORM;
import static io.espalier.plan.Distribution.PER_LAYER;
import static io.espalier.pruning.selection.Cutting.bits;
import static io.espalier.pruning.selection.Cutting.cut;
import static io.espalier.pruning.selection.Cutting.options;
import static io.espalier.pruning.selection.Cutting.select;
import static io.espalier.pruning.selection.Cutting.sparsities;
import static io.espalier.pruning.selection.Cutting.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.CellType;
import io.espalier.plan.Cut;
import io.espalier.plan.Dag;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.pruning.units.UnitLayer;
import io.espalier.pruning.units.UnitLayers;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeUnitsTest {
  private static final PruningOptions UNITS = options(Granularity.UNITS, false);
  private static final FeedForward ONE_HIDDEN = new FeedForward(List.of(2, 4, 1));

  /** Sums into and out of the units: 1 + 2 + 9, 1 + 1 + 1, 3 + 0 + 1, 2 + 2 + 2. */
  private static final Checkpoint WEIGHTS =
      Cutting.checkpoint(
          ONE_HIDDEN,
          Map.of(
              "layer0.weight",
              values(1, -2, 1, 1, 3, 0, 2, 2),
              "layer1.weight",
              values(9, -1, 1, 2)));

  @Test
  void theUnitsWithTheSmallestSumsGoWithAllTheirWeights() throws Exception {
    Selection.Cut cut = cut(ONE_HIDDEN, sparsities(CLASS_BLINDED, UNITS, 0.5), WEIGHTS);

    assertThat(bits(cut.mask())).containsExactly("11000011", "1001");
    assertThat(cut.threshold()).hasValue(4.0);
    assertThat(cut.layers())
        .containsExactly(
            new LayerPruning("layer0.weight", 4, 8, Optional.of(4.0)),
            new LayerPruning("layer1.weight", 2, 4, Optional.empty()));
    assertThat(cut.histogram().orElseThrow().cut().stream().mapToLong(n -> n).sum()).isEqualTo(2);
  }

  @Test
  void unitsThatWereCutBeforeCount() throws Exception {
    BranchPlan branch = sparsities(CLASS_BLINDED, UNITS, 0.25, 0.75);
    Mask first = cut(ONE_HIDDEN, branch, WEIGHTS).mask();

    Selection.Cut second = (Selection.Cut) select(ONE_HIDDEN, branch, 2, first, WEIGHTS);

    assertThat(bits(first)).containsExactly("11001111", "1011");
    assertThat(bits(second.mask())).containsExactly("11000000", "1000");
  }

  @Test
  void roundsCountUnitsToo() throws Exception {
    BranchPlan branch = Cutting.rounds(CLASS_BLINDED, UNITS, new Cut.Weights(2), 0.75, 0);
    Mask first = cut(ONE_HIDDEN, branch, WEIGHTS).mask();
    Selection.Cut second = (Selection.Cut) select(ONE_HIDDEN, branch, 2, first, WEIGHTS);

    assertThat(bits(first)).containsExactly("11000011", "1001");
    assertThat(bits(second.mask())).containsExactly("11000000", "1000");
    assertThat(second.targetSparsity()).isEqualTo(0.75);
    assertThat(select(ONE_HIDDEN, branch, 3, second.mask(), WEIGHTS))
        .isEqualTo(new Selection.End(EndReason.TARGET_REACHED));
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void ofARecurrentStackNothingOfAUnitThatGoesIsLeftAndNothingElseIsGone(CellType cell)
      throws Exception {
    RecurrentStack stack = new RecurrentStack(cell, 5, 3, List.of(6, 4), 2);

    Selection.Cut cut =
        cut(stack, sparsities(CLASS_UNIFORM, UNITS, 0.5), InitialWeights.checkpoint(stack, 2));

    for (UnitLayer layer : UnitLayers.of(stack)) {
      assertThat(layer.there(cut.mask()).cardinality()).isEqualTo(layer.units() / 2);
    }
    long gates = cell.gates();
    assertThat(cut.mask().layers())
        .extracting(LayerMask::kept)
        .containsExactly(9 * gates, 9 * gates, 6 * gates, 4 * gates);
  }

  @Test
  void theShareOfUnitsIsExactOverTheLayersInTheScope() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 200; round++) {
      Architecture architecture = Cutting.any(random);
      List<UnitLayer> layers = UnitLayers.of(architecture);
      int units = layers.stream().mapToInt(UnitLayer::units).sum();
      double sparsity = random.nextDouble();
      long gone = Math.round(sparsity * units);
      if (gone > 0) {
        Selection.Cut cut =
            cut(
                architecture,
                sparsities(CLASS_BLINDED, options(Granularity.UNITS, true), sparsity),
                Cutting.any(architecture, 9, random));

        assertThat(layers.stream().mapToInt(l -> l.there(cut.mask()).cardinality()).sum())
            .isLessThanOrEqualTo((int) (units - gone));
        assertThat(cut.histogram().orElseThrow().cut().stream().mapToLong(n -> n).sum())
            .isEqualTo(gone);
      }
    }
  }

  @Test
  void aScopeNamesLayersOfUnits() throws Exception {
    FeedForward network = new FeedForward(List.of(5, 4, 4, 2));

    Selection.Cut cut =
        cut(
            network,
            sparsities(CLASS_BLINDED, options(Granularity.UNITS, false, "layer1"), 0.5),
            InitialWeights.checkpoint(network, 1));

    assertThat(cut.layers()).extracting(LayerPruning::kept).containsExactly(20L, 8L, 4L);
  }

  @Test
  void ratesNameLayersOfUnits() throws Exception {
    FeedForward network = new FeedForward(List.of(5, 4, 4, 2));
    BranchPlan branch =
        new BranchPlan(
            "branch",
            new Criterion(Criterion.MAGNITUDE, PER_LAYER),
            List.of(),
            1,
            Optional.of(Map.of("layer0", 0.75, "layer1", 0.5)),
            Optional.empty(),
            UNITS,
            Optional.empty());

    Selection.Cut cut = cut(network, branch, InitialWeights.checkpoint(network, 1));

    assertThat(cut.layers()).extracting(LayerPruning::kept).containsExactly(5L, 2L, 4L);
    assertThat(cut.targetSparsity()).isEqualTo(5 / 8.0);
  }

  @Test
  void aScopeOfSomeOfTheWeightsIntoAUnitIsRefused() {
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        new RecurrentStack(CellType.GRU, 3, 2, List.of(4), 2),
        sparsities(CLASS_BLINDED, options(Granularity.UNITS, false, "i2h"), 0.5),
        "layer0.h2h.weight is left out");
  }

  @Test
  void theOutputIsNoHiddenLayer() {
    refused(
        FailureReason.SCOPE_EMPTY,
        ONE_HIDDEN,
        sparsities(CLASS_BLINDED, options(Granularity.UNITS, false, "layer1"), 0.5),
        "layer0.weight");
  }

  @Test
  void aLayerMustKeepAUnit() {
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        ONE_HIDDEN,
        sparsities(CLASS_BLINDED, UNITS, 1.0),
        "leaves no weight in layer0.weight");
  }

  @Test
  void aNetworkWhoseUnitsCannotBeCutWholeIsRefused() {
    refused(
        FailureReason.AMOUNT_IMPOSSIBLE,
        new GraphFeedForward(3, Dag.SINGLE_EDGE, 2),
        sparsities(CLASS_BLINDED, UNITS, 0.5),
        "no units that can be cut whole");
  }

  /** Into the first unit lead weights a hundred times as large as those of the second layer. */
  @Test
  void distributedSumsWeightsInUnitsOfTheirLayersSpread() throws Exception {
    FeedForward network = new FeedForward(List.of(2, 2, 2, 2));
    Checkpoint weights =
        Cutting.checkpoint(
            network,
            Map.of(
                "layer0.weight", values(100, -100, 300, -300),
                "layer1.weight", values(1, -2, 3, -4),
                "layer2.weight", values(1, -2, 3, -4)));

    Selection.Cut blinded = cut(network, sparsities(CLASS_BLINDED, UNITS, 0.25), weights);
    Selection.Cut distributed =
        cut(network, sparsities(Distribution.CLASS_DISTRIBUTED, UNITS, 0.25), weights);

    assertThat(bits(blinded.mask())).containsExactly("1111", "0011", "0101");
    assertThat(bits(distributed.mask())).containsExactly("0011", "0101", "1111");
  }

  @Test
  void aUnitThatLeadsToItselfCountsThatWeightOnce() throws Exception {
    RecurrentStack stack = new RecurrentStack(CellType.TANH, 3, 1, List.of(2), 2);
    Checkpoint weights =
        Cutting.checkpoint(
            stack,
            Map.of(
                "layer0.i2h.weight", values(0, 2),
                "layer0.h2h.weight", values(3, 0.25, 0.25, 1.5)));

    Selection.Cut cut = cut(stack, sparsities(CLASS_BLINDED, UNITS, 0.5), weights);

    assertThat(cut.threshold()).hasValue(3.5);
    assertThat(bits(cut.mask())).containsExactly("01", "0001");
  }

  @Test
  void unitsThatHaveNoWeightLeftDoNotCompete() throws Exception {
    Mask held =
        new Mask(
            List.of(
                Mask.ones(ONE_HIDDEN).layers().get(0).keeping(range(2, 8)),
                Mask.ones(ONE_HIDDEN).layers().get(1).keeping(range(1, 4))));

    Selection.Cut cut =
        (Selection.Cut) select(ONE_HIDDEN, sparsities(CLASS_BLINDED, UNITS, 0.5), 1, held, WEIGHTS);

    assertThat(bits(cut.mask())).containsExactly("00001111", "0011");
  }

  private static BitSet range(int from, int to) {
    BitSet bits = new BitSet();
    bits.set(from, to);
    return bits;
  }

  private static void refused(
      FailureReason reason, Architecture architecture, BranchPlan branch, String message) {
    Cutting.refused(
        reason, architecture, branch, InitialWeights.checkpoint(architecture, 1), message);
  }
}
