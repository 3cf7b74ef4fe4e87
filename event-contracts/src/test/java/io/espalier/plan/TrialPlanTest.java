package io.espalier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialPlanTest {
  private static final TrialPlan PLAN =
      new TrialPlan(
          "c",
          "c.1",
          1,
          new Architecture.FeedForward(List.of(4, 3, 2)),
          "mnist",
          1,
          TrainingOptions.sgd(0.1, 0, 8, 2),
          List.of(
              new BranchPlan("iterative", Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.5, 0.8), 1),
              new BranchPlan("control", Control.DENSE_CONTROL, List.of(0.0), 1)));

  @Test
  void theDenseNetworkIsFollowedByTheFirstStepOfEachBranch() {
    assertThat(PLAN.following(StepRef.BASE))
        .containsExactly(new StepRef("iterative", 1), new StepRef("control", 1));
  }

  @Test
  void aStepIsFollowedByTheNextOfItsBranchUntilItsLast() {
    assertThat(PLAN.following(new StepRef("iterative", 1)))
        .containsExactly(new StepRef("iterative", 2));
    assertThat(PLAN.following(new StepRef("iterative", 2))).isEmpty();
    assertThat(PLAN.following(new StepRef("control", 1))).isEmpty();
  }

  @Test
  void aBranchThatThePlanDoesNotKnowIsFollowedByNothing() {
    assertThat(PLAN.following(new StepRef("unknown", 1))).isEmpty();
  }
}
