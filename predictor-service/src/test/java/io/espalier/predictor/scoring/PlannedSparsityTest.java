package io.espalier.predictor.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.CellType;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlannedSparsityTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** 300 weights in layer0, 100 in layer1. */
  private static final FeedForward NETWORK = new FeedForward(List.of(15, 20, 5));

  @Test
  void aSparsityHoldsForTheWeightsInTheScopeOnly() {
    assertThat(after(1, sparsities(List.of(), 0.5, 0.8))).isEqualTo(0.5, EXACTLY);
    assertThat(after(2, sparsities(List.of(), 0.5, 0.8))).isEqualTo(0.8, EXACTLY);
    assertThat(after(1, sparsities(List.of("layer1"), 0.8))).isEqualTo(0.2, EXACTLY);
  }

  @Test
  void hiddenToHiddenWeightsAreHalfOfARecurrentStack() {
    Architecture stack = new RecurrentStack(CellType.GRU, 128, 50, List.of(50, 50, 50), 2);
    BranchPlan branch = sparsities(List.of("h2h"), 1.0);

    assertThat(PlannedSparsity.of(plan(stack, branch), Optional.of(branch), 1))
        .isEqualTo(0.5, EXACTLY);
  }

  @Test
  void ratesPerLayerAreWeighedByTheLayers() {
    BranchPlan branch =
        new BranchPlan(
            "rates",
            new Criterion(Criterion.MAGNITUDE, Distribution.PER_LAYER),
            List.of(),
            2,
            Optional.of(Map.of("layer0", 0.6, "layer1", 0.2)),
            Optional.empty(),
            PruningOptions.DEFAULT,
            Optional.empty());

    assertThat(after(1, branch)).isEqualTo(0.5, EXACTLY);
  }

  @Test
  void roundsAddUpUntilTargetOrFloor() {
    Optional<Double> none = Optional.empty();
    Cut halves = new Cut.ShareOfRemaining(0.5);

    assertThat(after(3, rounds(halves, none, 0))).isEqualTo(0.875, EXACTLY);
    assertThat(after(2, rounds(halves, Optional.of(0.6), 0))).isEqualTo(0.6, EXACTLY);
    assertThat(after(9, rounds(halves, none, 150))).isEqualTo(0.75, EXACTLY);
    assertThat(after(2, rounds(new Cut.Weights(100), none, 0))).isEqualTo(0.5, EXACTLY);
    assertThat(after(9, rounds(new Cut.Weights(100), none, 0))).isEqualTo(1, EXACTLY);
    assertThat(after(1, rounds(new Cut.SaliencyBudget(0.25), none, 0))).isEqualTo(0.5, EXACTLY);
  }

  @Test
  void aStructureFromScratchIsAsSparseAsItsOriginInTheEnd() {
    BranchPlan origin = sparsities(List.of(), 0.5, 0.8);
    BranchPlan scratch = scratch(origin);

    assertThat(PlannedSparsity.of(plan(NETWORK, origin, scratch), Optional.of(scratch), 1))
        .isEqualTo(0.8, EXACTLY);
  }

  @Test
  void everyKindOfMethodIsToldApart() {
    BranchPlan magnitude = method(Criterion.MAGNITUDE, Distribution.CLASS_BLINDED);

    assertThat(OfMethod.of(Optional.empty())).containsOnly(0);
    assertThat(OfMethod.of(Optional.of(magnitude))).containsExactly(0, 0, 1, 0, 0);
    assertThat(OfMethod.of(Optional.of(method(Criterion.RANDOM, Distribution.CLASS_UNIFORM))))
        .containsExactly(1, 1, 0, 0, 0);
    assertThat(OfMethod.of(Optional.of(method(Criterion.FISHER, Distribution.CLASS_BLINDED))))
        .containsExactly(0, 0, 0, 1, 0);
    assertThat(OfMethod.of(Optional.of(scratch(magnitude)))).containsExactly(0, 0, 0, 0, 1);
  }

  @Test
  void aRoundOfAnIterativeScheduleHasFeatures() {
    BranchPlan rounds = rounds(new Cut.ShareOfRemaining(0.5), Optional.empty(), 0);

    assertThat(Features.of(plan(NETWORK, rounds), new StepRef(rounds.name(), 4), new OfGraph())[7])
        .isEqualTo(1 - 1.0 / 16, EXACTLY);
  }

  private static double after(int step, BranchPlan branch) {
    return PlannedSparsity.of(plan(NETWORK, branch), Optional.of(branch), step);
  }

  private static BranchPlan method(String saliency, Distribution distribution) {
    return new BranchPlan("b", new Criterion(saliency, distribution), List.of(0.5), 2);
  }

  private static BranchPlan sparsities(List<String> scope, Double... sparsities) {
    return branch(List.of(sparsities), Optional.empty(), scope);
  }

  private static BranchPlan rounds(Cut cut, Optional<Double> until, long least) {
    return branch(List.of(), Optional.of(new Rounds(cut, 9, until, least)), List.of());
  }

  private static BranchPlan branch(
      List<Double> sparsities, Optional<Rounds> rounds, List<String> scope) {
    PruningOptions options =
        new PruningOptions(
            Granularity.WEIGHTS,
            scope,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new BranchPlan(
        "b",
        Criterion.MAGNITUDE_CLASS_BLINDED,
        sparsities,
        2,
        Optional.empty(),
        rounds,
        options,
        Optional.empty());
  }

  private static BranchPlan scratch(BranchPlan origin) {
    return new BranchPlan(
        "scratch",
        Control.STRUCTURE_FROM_SCRATCH,
        List.of(0.0),
        2,
        Optional.empty(),
        Optional.empty(),
        PruningOptions.DEFAULT,
        Optional.of(origin.name()));
  }

  private static TrialPlan plan(Architecture architecture, BranchPlan... branches) {
    return new TrialPlan(
        "c",
        "c.1",
        1,
        architecture,
        "none",
        1,
        TrainingOptions.sgd(0.1, 0, 16, 3),
        List.of(branches));
  }
}
