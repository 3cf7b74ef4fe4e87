package io.espalier.pruning.selection;

import static io.espalier.plan.Distribution.CLASS_BLINDED;
import static io.espalier.plan.Distribution.CLASS_UNIFORM;
import static io.espalier.plan.Distribution.ERDOS_RENYI_KERNEL;
import static io.espalier.pruning.selection.Cutting.SQUARES;
import static io.espalier.pruning.selection.Cutting.bits;
import static io.espalier.pruning.selection.Cutting.cut;
import static io.espalier.pruning.selection.Cutting.options;
import static io.espalier.pruning.selection.Cutting.rounds;
import static io.espalier.pruning.selection.Cutting.select;
import static io.espalier.pruning.selection.Cutting.squares;
import static io.espalier.pruning.selection.Cutting.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningOptions;
import io.espalier.pruning.PruningRefused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundsTest {
  private static final FeedForward NETWORK = new FeedForward(List.of(30, 20, 10));
  private static final Checkpoint WEIGHTS = InitialWeights.checkpoint(NETWORK, 3);
  private static final PruningOptions MAY_EMPTY = options(Granularity.WEIGHTS, true);
  private static final Checkpoint RISING = squares(values(1, -2, 3, -4), values(-5, 6, 7, 8));

  @Test
  void aShareIsOfWhatRemains() throws Exception {
    assertThat(kept(rounds(CLASS_BLINDED, new Cut.ShareOfRemaining(0.25)), 4))
        .containsExactly(600L, 450L, 337L, 253L);
  }

  @Test
  void aNumberOfWeightsIsCutAtATimeAndTheLastRoundTakesTheRest() throws Exception {
    assertThat(kept(rounds(CLASS_BLINDED, MAY_EMPTY, new Cut.Weights(300), null, 0), 3))
        .containsExactly(500L, 200L, 0L);
  }

  @Test
  void aNumberOfWeightsIsSpreadOverLayersAsTheirWeightsAre() throws Exception {
    Selection.Cut cut = cut(NETWORK, rounds(CLASS_UNIFORM, new Cut.Weights(100)), WEIGHTS);

    assertThat(cut.layers())
        .extracting(layer -> layer.total() - layer.kept())
        .containsExactly(75L, 25L);
  }

  @Test
  void aBudgetIsAShareOfTheSaliencyThatIsLeft() throws Exception {
    assertThat(
            bits(cut(SQUARES, rounds(CLASS_BLINDED, new Cut.SaliencyBudget(0.17)), RISING).mask()))
        .containsExactly("0001", "1111");
    assertThat(
            bits(cut(SQUARES, rounds(CLASS_BLINDED, new Cut.SaliencyBudget(0.16)), RISING).mask()))
        .containsExactly("0011", "1111");
  }

  @Test
  void aUniformBudgetIsAShareOfEachLayer() throws Exception {
    assertThat(
            bits(cut(SQUARES, rounds(CLASS_UNIFORM, new Cut.SaliencyBudget(0.3)), RISING).mask()))
        .containsExactly("0011", "0111");
  }

  @Test
  void everyRoundTellsWhatItsCutCameTo() throws Exception {
    Selection.Cut cut =
        cut(NETWORK, rounds(CLASS_BLINDED, new Cut.ShareOfRemaining(0.25)), WEIGHTS);

    assertThat(cut.targetSparsity()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @EnumSource(
      value = Distribution.class,
      names = {"CLASS_BLINDED", "CLASS_UNIFORM", "CLASS_DISTRIBUTED", "ERDOS_RENYI_KERNEL"})
  void theLastCutMeetsTheTargetExactlyAndThenTheScheduleEnds(Distribution distribution)
      throws Exception {
    BranchPlan branch = rounds(distribution, MAY_EMPTY, new Cut.ShareOfRemaining(0.5), 0.8, 0);

    assertThat(kept(branch, 3)).containsExactly(400L, 200L, 160L);
    assertThat(end(branch, 3)).isEqualTo(EndReason.TARGET_REACHED);
  }

  @Test
  void theKernelSpreadsEveryRound() throws Exception {
    BranchPlan branch = rounds(ERDOS_RENYI_KERNEL, new Cut.ShareOfRemaining(0.5));
    Selection.Cut cut = cut(NETWORK, branch, WEIGHTS);

    assertThat(cut.layers()).extracting(layer -> layer.kept()).containsExactly(250L, 150L);
    assertThat(kept(branch, 3)).containsExactly(400L, 200L, 100L);
  }

  @Test
  void noRoundBeginsBelowTheFloor() throws Exception {
    BranchPlan branch =
        rounds(CLASS_BLINDED, PruningOptions.DEFAULT, new Cut.ShareOfRemaining(0.5), null, 300);

    assertThat(kept(branch, 2)).containsExactly(400L, 200L);
    assertThat(end(branch, 2)).isEqualTo(EndReason.FLOOR_REACHED);
  }

  @Test
  void aRoundThatWouldCutNothingEndsTheSchedule() throws Exception {
    BranchPlan branch = rounds(CLASS_BLINDED, MAY_EMPTY, new Cut.Weights(800), null, 0);

    assertThat(kept(branch, 1)).containsExactly(0L);
    assertThat(end(branch, 1)).isEqualTo(EndReason.FLOOR_REACHED);
  }

  @Test
  void aRoundThatWouldEmptyALayerEndsTheSchedule() throws Exception {
    BranchPlan branch = rounds(CLASS_BLINDED, new Cut.Weights(3));
    Mask first = cut(SQUARES, branch, RISING).mask();

    assertThat(bits(first)).containsExactly("0001", "1111");
    assertThat(select(SQUARES, branch, 2, first, RISING))
        .isEqualTo(new Selection.End(EndReason.LAYER_WOULD_BE_EMPTY));
  }

  @Test
  void theFirstRoundIsRefusedWhereALaterOneWouldEnd() {
    refused(rounds(CLASS_BLINDED, new Cut.Weights(4)), "round 1 leaves no weight in layer0.weight");
    refused(
        rounds(CLASS_BLINDED, PruningOptions.DEFAULT, new Cut.Weights(1), null, 500),
        "8 weights are left in the scope, allowed: 500 or more");
    refused(rounds(CLASS_BLINDED, new Cut.ShareOfRemaining(0.05)), "round 1 cuts nothing");
  }

  private static void refused(BranchPlan branch, String message) {
    Cutting.refused(FailureReason.AMOUNT_IMPOSSIBLE, SQUARES, branch, RISING, message);
  }

  /** Weights that are left after each of the first rounds. */
  private static List<Long> kept(BranchPlan branch, int rounds) throws PruningRefused {
    return masks(branch, rounds).stream().map(Mask::kept).toList();
  }

  private static List<Mask> masks(BranchPlan branch, int rounds) throws PruningRefused {
    List<Mask> masks = new ArrayList<>();
    Mask held = Mask.ones(NETWORK);
    for (int step = 1; step <= rounds; step++) {
      held = ((Selection.Cut) select(NETWORK, branch, step, held, WEIGHTS)).mask();
      masks.add(held);
    }
    return masks;
  }

  /** How the round after some others ends the schedule. */
  private static EndReason end(BranchPlan branch, int rounds) throws PruningRefused {
    Mask held = masks(branch, rounds).get(rounds - 1);
    return ((Selection.End) select(NETWORK, branch, rounds + 1, held, WEIGHTS)).reason();
  }
}
