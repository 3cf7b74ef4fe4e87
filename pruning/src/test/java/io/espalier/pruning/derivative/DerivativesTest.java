package io.espalier.pruning.derivative;

import static io.espalier.pruning.derivative.FirstOrder.SNIP;
import static io.espalier.pruning.derivative.FirstOrder.TAYLOR;
import static io.espalier.pruning.derivative.SecondOrder.FISHER;
import static io.espalier.pruning.derivative.SecondOrder.OPTIMAL_BRAIN_DAMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.CellType;
import io.espalier.pruning.evidence.Scored;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against sums by hand for one layer under softmax; what the engine derives is tested there. */
class DerivativesTest {
  private static final String LAYER = "layer0.weight";
  private static final List<Saliency> ALL = List.of(TAYLOR, SNIP, OPTIMAL_BRAIN_DAMAGE, FISHER);

  static Stream<Saliency> saliencies() {
    return ALL.stream();
  }

  static Stream<Arguments> saliencyOfEachFamily() {
    return ALL.stream()
        .flatMap(saliency -> Scored.families().map(family -> Arguments.of(saliency, family)));
  }

  @Test
  void taylorIsTheWeightTimesTheSlopeOfTheValidationLoss() throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(new FeedForward(List.of(4, 3)), 300);

    assertScores(TAYLOR, network, network.data().get().validation(), new Linear(network).slopes());
  }

  @Test
  void snipIsTheWeightTimesTheSlopeOfTheTrainingLoss() throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(new FeedForward(List.of(4, 3)), 300);

    assertScores(SNIP, network, network.data().get().training(), new Linear(network).slopes());
  }

  @Test
  void optimalBrainDamageIsHalfTheSquaredWeightTimesTheSecondDerivative() throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(new FeedForward(List.of(4, 3)), 300);

    assertScores(
        OPTIMAL_BRAIN_DAMAGE,
        network,
        network.data().get().validation(),
        new Linear(network).halfSquareTimes((p, hit) -> p * (1 - p)));
  }

  @Test
  void fisherIsHalfTheSquaredWeightTimesTheMeanSquaredSlopeOfSingleSamples()
      throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(new FeedForward(List.of(4, 3)), 300);

    assertScores(
        FISHER,
        network,
        network.data().get().validation(),
        new Linear(network).halfSquareTimes((p, hit) -> (p - hit) * (p - hit)));
  }

  @ParameterizedTest
  @MethodSource("saliencyOfEachFamily")
  void everyFamilyGetsTheSameScoresEachTime(Saliency saliency, Architecture family)
      throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(family, 70);

    SaliencyScores scores = saliency.scores(network);
    SaliencyScores again = saliency.scores(network);

    assertThat(scores.samples()).isEqualTo(70);
    double sum = 0;
    for (LayerMask layer : network.mask().layers()) {
      assertThat(scores.of(layer)).isEqualTo(again.of(layer));
      for (float score : scores.of(layer)) {
        sum += score;
      }
    }
    assertThat(sum).isPositive();
  }

  @ParameterizedTest
  @MethodSource("saliencyOfEachFamily")
  void weightsThatAreGoneScoreZeroWhateverTheyWere(Saliency saliency, Architecture family)
      throws SaliencyUnusable {
    ScoredNetwork dense = Scored.network(family, 70);
    Mask half = Scored.half(family);
    ScoredNetwork pruned =
        Scored.network(family, half.applyTo(dense.checkpoint()), half, dense.data().get());

    SaliencyScores scores = saliency.scores(Scored.with(dense, half));

    for (LayerMask layer : half.layers()) {
      assertThat(scores.of(layer)).isEqualTo(saliency.scores(pruned).of(layer));
      for (int i = 0; i < layer.total(); i++) {
        assertThat(layer.keeps(i) ? 0 : scores.of(layer)[i]).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("saliencies")
  void anInputThatIsAlwaysZeroScoresZero(Saliency saliency) throws SaliencyUnusable {
    FeedForward architecture = new FeedForward(List.of(3, 4, 2));
    VectorSamples samples =
        VectorSamples.of(
            List.of(new float[] {1, 0, 2}, new float[] {-1, 0, 1}, new float[] {2, 0, -3}),
            0,
            1,
            0);
    Dataset dataset = Scored.dataset(new SampleShape.Vector(3), 2, samples, samples);
    ScoredNetwork drawn = Scored.network(architecture, 1);
    ScoredNetwork network = Scored.network(architecture, drawn.checkpoint(), drawn.mask(), dataset);

    float[] scores = saliency.scores(network).of(network.mask().layer(LAYER));

    for (int unit = 0; unit < 4; unit++) {
      assertThat(scores[3 * unit + 1]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("saliencies")
  void aNetworkWithoutWeightsScoresZero(Saliency saliency) throws SaliencyUnusable {
    ScoredNetwork dense = Scored.network(new FeedForward(List.of(4, 5, 3)), 20);
    Mask nothing =
        new Mask(dense.mask().layers().stream().map(l -> l.keeping(new BitSet())).toList());

    SaliencyScores scores = saliency.scores(Scored.with(dense, nothing));

    assertThat(scores.of(nothing.layer(LAYER))).containsOnly(0);
  }

  @Test
  void ofMoreSamplesThanAreNeededSomeAreDrawnByTheSeed() throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(new FeedForward(List.of(2, 2)), 10_001);

    SaliencyScores scores = SNIP.scores(network);

    assertThat(scores.samples()).isEqualTo(10_000);
    assertThat(scores.approximation())
        .hasValue("10000 of 10001 training samples, drawn by the trial's seed");
    assertThat(scores.of(network.mask().layer(LAYER)))
        .isEqualTo(SNIP.scores(network).of(network.mask().layer(LAYER)));
  }

  @Test
  void moreClassesToSendBackLeaveFewerSamplesToWeightsThatServeAtManySteps()
      throws SaliencyUnusable {
    ScoredNetwork network =
        Scored.network(new Architecture.RecurrentStack(CellType.TANH, 6, 2, List.of(2), 5), 2_501);

    assertThat(OPTIMAL_BRAIN_DAMAGE.scores(network).samples()).isEqualTo(2_000);
    assertThat(FISHER.scores(network).samples()).isEqualTo(2_500);
    assertThat(FISHER.scores(network).approximation())
        .hasValue("2500 of 2501 validation samples, drawn by the trial's seed");
  }

  @Test
  void whereOutputsAreNotLinearInAWeightTheApproximationIsSaid() throws SaliencyUnusable {
    List<String> said = new ArrayList<>();
    for (Architecture family : Scored.families().toList()) {
      said.add(
          OPTIMAL_BRAIN_DAMAGE.scores(Scored.network(family, 5)).approximation().orElse("exact"));
    }

    assertThat(said.get(2)).startsWith("Gauss-Newton diagonal");
    assertThat(said.get(3)).isEqualTo(said.get(2));
    assertThat(List.of(said.get(0), said.get(1), said.get(4))).containsOnly("exact");
  }

  @ParameterizedTest
  @MethodSource("saliencies")
  void aDatasetThatDoesNotFitIsRefused(Saliency saliency) {
    ScoredNetwork network = Scored.network(new FeedForward(List.of(4, 3)), 5);
    Dataset other = Scored.dataset(new FeedForward(List.of(5, 3)), 5);

    assertThatThrownBy(
            () ->
                saliency.scores(
                    Scored.network(
                        network.plan().architecture(),
                        network.checkpoint(),
                        network.mask(),
                        other)))
        .isInstanceOf(SaliencyUnusable.class)
        .hasMessageContaining("dataset drawn has 5 inputs");
  }

  private static void assertScores(
      Saliency saliency, ScoredNetwork network, Samples samples, Scores expected)
      throws SaliencyUnusable {
    SaliencyScores scores = saliency.scores(network);
    double[] wanted = expected.over((VectorSamples) samples);

    float[] found = scores.of(network.mask().layer(LAYER));
    for (int i = 0; i < wanted.length; i++) {
      assertThat((double) found[i]).isCloseTo(wanted[i], within(1e-5 * wanted[i] + 1e-9));
    }
    assertThat(scores.samples()).isEqualTo(samples.size());
    assertThat(scores.approximation()).isEmpty();
    assertThat(scores.compensation()).isEmpty();
  }

  private interface Scores {
    double[] over(VectorSamples samples);
  }

  private interface Factor {
    double of(double probability, double hit);
  }

  /** Softmax regression in double precision. */
  private static final class Linear {
    private final Checkpoint checkpoint;

    Linear(ScoredNetwork network) {
      checkpoint = network.checkpoint();
    }

    Scores slopes() {
      return samples -> {
        double[] scores = sums(samples, (x, p, hit) -> x * (p - hit));
        FloatTensor weights = checkpoint.tensor(LAYER);
        for (int i = 0; i < scores.length; i++) {
          scores[i] = Math.abs(weights.value(i) * scores[i] / samples.size());
        }
        return scores;
      };
    }

    Scores halfSquareTimes(Factor factor) {
      return samples -> {
        double[] scores = sums(samples, (x, p, hit) -> x * x * factor.of(p, hit));
        FloatTensor weights = checkpoint.tensor(LAYER);
        for (int i = 0; i < scores.length; i++) {
          scores[i] *= (double) weights.value(i) * weights.value(i) / 2 / samples.size();
        }
        return scores;
      };
    }

    private interface Term {
      double of(double x, double p, double hit);
    }

    private double[] sums(VectorSamples samples, Term term) {
      FloatTensor weights = checkpoint.tensor(LAYER);
      FloatTensor biases = checkpoint.tensor("layer0.bias");
      int inputs = samples.inputs();
      double[] sums = new double[weights.size()];
      float[] x = new float[inputs];
      for (int n = 0; n < samples.size(); n++) {
        samples.copyInto(n, x, 0);
        double[] p = new double[biases.size()];
        double total = 0;
        for (int c = 0; c < p.length; c++) {
          double output = biases.value(c);
          for (int i = 0; i < inputs; i++) {
            output += (double) weights.value(c * inputs + i) * x[i];
          }
          p[c] = Math.exp(output);
          total += p[c];
        }
        for (int c = 0; c < p.length; c++) {
          double hit = samples.label(n) == c ? 1 : 0;
          for (int i = 0; i < inputs; i++) {
            sums[c * inputs + i] += term.of(x[i], p[c] / total, hit);
          }
        }
      }
      return sums;
    }
  }
}
