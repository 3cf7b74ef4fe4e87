package io.espalier.pruning.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.Samples;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SalienciesTest {
  private static final String LAYER = "layer0.weight";
  private static final TrialPlan PLAN = Samples.plan("c1.1", 20, 4, Samples.BLINDED);
  private static final Checkpoint WEIGHTS = InitialWeights.checkpoint(PLAN.architecture(), 3);

  @Test
  void anUnknownSaliencyIsRefusedAndTheKnownOnesAreTold() {
    assertThatThrownBy(() -> Saliencies.builtIn().named("magnitud"))
        .asInstanceOf(InstanceOfAssertFactories.type(PruningRefused.class))
        .returns(FailureReason.SALIENCY_UNKNOWN, PruningRefused::reason)
        .extracting(PruningRefused::getMessage)
        .asString()
        .contains("'magnitud'", "magnitude, ", "random", "standardised-magnitude");
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> Saliencies.builtIn().and(List.of(new Magnitude())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'magnitude'");
  }

  @Test
  void aPluginIsFoundUnderItsName() throws Exception {
    Saliency plugin = new Constant("mylab.constant", 2);

    assertThat(Saliencies.builtIn().and(List.of(plugin)).named("mylab.constant")).isSameAs(plugin);
  }

  @Test
  void everyNameLeadsToItsSaliency() throws Exception {
    Saliencies saliencies = Saliencies.builtIn();
    for (String name : saliencies.names()) {
      assertThat(saliencies.named(name).name()).isEqualTo(name);
    }
  }

  @Test
  void magnitudeIsTheAbsoluteValue() throws Exception {
    float[] scores = scores("magnitude", network("blinded", 1, 7));

    for (int i = 0; i < scores.length; i++) {
      assertThat(scores[i]).isEqualTo(Math.abs(WEIGHTS.tensor(LAYER).value(i)));
    }
  }

  @Test
  void standardisedMagnitudeIsDividedByTheSpreadOfTheWeightsThatAreLeft() throws Exception {
    ScoredNetwork network = network("blinded", 1, 7);
    BitSet three = new BitSet();
    three.set(2, 5);
    Mask mask =
        new Mask(
            network.mask().layers().stream()
                .map(layer -> layer.layer().equals(LAYER) ? layer.keeping(three) : layer)
                .toList());
    float a = WEIGHTS.tensor(LAYER).value(2);
    float b = WEIGHTS.tensor(LAYER).value(3);
    float c = WEIGHTS.tensor(LAYER).value(4);
    double mean = ((double) a + b + c) / 3;
    double variance = (Math.pow(a - mean, 2) + Math.pow(b - mean, 2) + Math.pow(c - mean, 2)) / 3;

    float[] scores =
        scores(
            "standardised-magnitude",
            new ScoredNetwork(network.plan(), network.at(), WEIGHTS, mask, SalienciesTest::noData));

    assertThat((double) scores[3]).isCloseTo(Math.abs(b) / Math.sqrt(variance), within(1e-6));
  }

  @Test
  void aLayerOfEqualWeightsKeepsItsMagnitudes() {
    BitSet one = new BitSet();
    one.set(7);
    LayerMask single = new LayerMask(LAYER, WEIGHTS.tensor(LAYER).shape(), one);

    assertThat(LayerSpread.of(single, WEIGHTS.tensor(LAYER))).isEqualTo(1);
    assertThat(LayerSpread.of(single.keeping(new BitSet()), WEIGHTS.tensor(LAYER))).isEqualTo(1);
  }

  @Test
  void aSaliencyThatNoFloatHoldsIsTheGreatest() {
    assertThat(LayerSpread.divided(Float.MAX_VALUE, 1e-3)).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void randomDiffersByBranchAndStepAndSeedAndLayer() throws Exception {
    float[] scores = scores("random", network("blinded", 1, 7));

    assertThat(scores("random", network("other", 1, 7))).isNotEqualTo(scores);
    assertThat(scores("random", network("blinded", 2, 7))).isNotEqualTo(scores);
    assertThat(scores("random", network("blinded", 1, 8))).isNotEqualTo(scores);
    ScoredNetwork network = network("blinded", 1, 7);
    float[] next =
        Saliencies.builtIn().named("random").scores(network).of(network.mask().layers().get(1));
    assertThat(next[0]).isNotEqualTo(scores[0]);
  }

  @Test
  void randomIsTheSameWhenAStepIsRepeated() throws Exception {
    assertThat(scores("random", network("blinded", 1, 7)))
        .isEqualTo(scores("random", network("blinded", 1, 7)));
  }

  @Test
  void randomIsUniform() throws Exception {
    float[] scores = scores("random", network("blinded", 1, 7));

    int[] tenths = new int[4];
    for (float score : scores) {
      tenths[(int) (score * 4)]++;
    }
    assertThat(tenths).hasSize(4).doesNotContain(0);
    assertThat(tenths[0] + tenths[1]).isBetween(60, 100);
  }

  @Test
  void aScoreThatIsNoSaliencyIsNamed() {
    LayerMask layer = Mask.ones(PLAN.architecture()).layers().get(0);
    float[] values = new float[160];
    values[3] = Float.NaN;
    SaliencyScores scores = SaliencyScores.of(Map.of(LAYER, values));

    assertThatThrownBy(() -> scores.of(layer))
        .isInstanceOf(SaliencyUnusable.class)
        .hasMessageContaining("layer0.weight[3] scores NaN");
  }

  private static float[] scores(String name, ScoredNetwork network) throws Exception {
    return Saliencies.builtIn().named(name).scores(network).of(network.mask().layer(LAYER));
  }

  private static ScoredNetwork network(String branch, int step, long seed) {
    TrialPlan plan =
        new TrialPlan(
            PLAN.campaign(),
            PLAN.trial(),
            PLAN.attempt(),
            PLAN.architecture(),
            PLAN.dataset(),
            seed,
            PLAN.training(),
            PLAN.branches());
    return new ScoredNetwork(
        plan,
        new StepRef(branch, step),
        WEIGHTS,
        Mask.ones(PLAN.architecture()),
        SalienciesTest::noData);
  }

  private static Dataset noData() {
    throw new DatasetUnavailable("this saliency needs none");
  }
}
