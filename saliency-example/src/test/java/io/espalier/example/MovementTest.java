package io.espalier.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.Samples;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.ScoredNetwork;
import org.junit.jupiter.api.Test;

class MovementTest {
  private static final TrialPlan PLAN = Samples.plan("c1.1", 20, 4, Samples.BLINDED);
  private static final Mask ALL = Mask.ones(PLAN.architecture());

  @Test
  void weightsThatAreWhereTheyBeganAreWorthNothing() throws Exception {
    SaliencyScores scores = scores(InitialWeights.checkpoint(PLAN.architecture(), PLAN.seed()));

    for (LayerMask layer : ALL.layers()) {
      assertThat(scores.of(layer)).containsOnly(0);
    }
  }

  @Test
  void weightsAreWorthAsMuchAsTheyHaveMoved() throws Exception {
    Checkpoint initial = InitialWeights.checkpoint(PLAN.architecture(), PLAN.seed());
    Checkpoint other = InitialWeights.checkpoint(PLAN.architecture(), PLAN.seed() + 1);

    LayerMask layer = ALL.layers().get(0);
    float[] scores = scores(other).of(layer);

    for (int i = 0; i < scores.length; i++) {
      float moved = other.tensor(layer.layer()).value(i) - initial.tensor(layer.layer()).value(i);
      assertThat(scores[i]).isEqualTo(Math.abs(moved));
    }
  }

  private static SaliencyScores scores(Checkpoint checkpoint) {
    return new Movement()
        .scores(
            new ScoredNetwork(
                PLAN,
                new StepRef("blinded", 1),
                checkpoint,
                ALL,
                () -> {
                  throw new DatasetUnavailable("movement needs no data");
                }));
  }
}
