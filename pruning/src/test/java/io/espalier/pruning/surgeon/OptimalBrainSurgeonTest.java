package io.espalier.pruning.surgeon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.VectorSamples;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.pruning.evidence.Scored;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first layer's Hessian is known from the samples; deeper ones through networks of one unit.
 */
class OptimalBrainSurgeonTest {
  private static final String LAYER = "layer0.weight";
  private static final FeedForward NETWORK = new FeedForward(List.of(12, 6, 3));

  private final OptimalBrainSurgeon surgeon = new OptimalBrainSurgeon();

  static Stream<Architecture> unusable() {
    return Scored.families()
        .filter(a -> !(a instanceof FeedForward) && !(a instanceof RecurrentStack));
  }

  @Test
  void aScoreIsHalfTheLeastErrorThatTheLayerIsLeftWith() throws SaliencyUnusable {
    ScoredNetwork dense = Scored.network(NETWORK, 200);
    for (Mask mask : List.of(dense.mask(), keeping(NETWORK, 3), keeping(NETWORK, 10))) {
      ScoredNetwork network = Scored.with(dense, mask);
      double[][] hessian = hessian(network);
      LayerMask layer = mask.layer(LAYER);

      float[] scores = surgeon.scores(network).of(layer);

      for (int weight = 0; weight < layer.total(); weight++) {
        if (layer.keeps(weight)) {
          BitSet left = layer.bits();
          left.clear(weight);
          double error =
              Equations.form(hessian, change(network, layer.keeping(left), hessian, weight / 12));
          assertThat((double) scores[weight]).isCloseTo(error / 2, within(1e-4 * error + 1e-9));
        } else {
          assertThat(scores[weight]).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 11})
  void theWeightsThatStayAreTheLeastSquaresSolution(int kept) throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(NETWORK, 200);
    double[][] hessian = hessian(network);
    Mask mask = keeping(NETWORK, kept);

    Checkpoint after = compensated(network, mask);

    for (int output = 0; output < 6; output++) {
      double[] before = row(network.checkpoint(), output);
      double[] expected = change(network, mask.layer(LAYER), hessian, output);
      double[] found = row(after, output);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i] - before[i]).isCloseTo(expected[i], within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 11})
  void theOutputErrorIsNoWorseThanWithoutCompensation(int kept) throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(NETWORK, 200);
    Mask mask = keeping(NETWORK, kept);

    double with = error(network, compensated(network, mask));
    double without = error(network, mask.applyTo(network.checkpoint()));

    assertThat(with).isPositive().isLessThan(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn-tanh", "rnn-relu", "lstm", "gru"})
  void weightsOfRecurrentStacksThatGoAreExactlyZeroAndOthersMakeUpForThem(String cell)
      throws SaliencyUnusable {
    CellType type =
        Arrays.stream(CellType.values())
            .filter(c -> c.wireName().equals(cell))
            .findFirst()
            .orElseThrow();
    RecurrentStack stack = new RecurrentStack(type, 6, 5, List.of(6, 4), 3);
    ScoredNetwork network = Scored.network(stack, 90);
    Mask mask = Scored.half(stack);

    Checkpoint after = compensated(network, mask);

    Checkpoint cut = mask.applyTo(network.checkpoint());
    for (LayerMask layer : mask.layers()) {
      float[] values = after.tensor(layer.layer()).values();
      assertThat(values).isNotEqualTo(cut.tensor(layer.layer()).values());
      for (int i = 0; i < values.length; i++) {
        assertThat(layer.keeps(i) || values[i] == 0).isTrue();
        assertThat(values[i]).isFinite();
      }
    }
    assertThat(after.tensor("output.weight").values())
        .isEqualTo(cut.tensor("output.weight").values());
  }

  @Test
  void aMaskThatCutsNothingChangesNothing() throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(NETWORK, 50);

    assertThat(compensated(network, network.mask()).toBytes())
        .isEqualTo(network.checkpoint().toBytes());
  }

  @Test
  void theSameNetworkGivesTheSameBits() throws SaliencyUnusable {
    ScoredNetwork network = Scored.network(NETWORK, 300);
    Mask mask = keeping(NETWORK, 5);

    assertThat(surgeon.scores(network).of(network.mask().layer(LAYER)))
        .isEqualTo(surgeon.scores(network).of(network.mask().layer(LAYER)));
    assertThat(compensated(network, mask).toBytes())
        .isEqualTo(compensated(network, mask).toBytes());
  }

  @Test
  void inputsThatAreAlwaysZeroScoreZeroAndConstantOnesTheBiasCanReplaceNextToNothing()
      throws SaliencyUnusable {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      vectors.add(new float[] {(float) Math.sin(i), 0, -0.42f, (float) Math.cos(3 * i)});
    }
    FeedForward network = new FeedForward(List.of(4, 3, 2));
    VectorSamples samples =
        VectorSamples.of(vectors, IntStream.range(0, 40).map(i -> i % 2).toArray());
    ScoredNetwork drawn = Scored.network(network, 1);
    ScoredNetwork scored =
        Scored.network(
            network,
            drawn.checkpoint(),
            drawn.mask(),
            Scored.dataset(new SampleShape.Vector(4), 2, samples, samples));

    float[] scores = surgeon.scores(scored).of(scored.mask().layer(LAYER));

    for (int unit = 0; unit < 3; unit++) {
      assertThat(scores[4 * unit + 1]).isZero();
      float weight = scored.checkpoint().tensor(LAYER).value(4 * unit + 2);
      assertThat(scores[4 * unit + 2]).isPositive().isLessThan(1e-3f * weight * weight);
    }
    Checkpoint after = compensated(scored, keeping(network, 2));
    assertThat(after.tensor(LAYER).value(1)).isEqualTo(scored.checkpoint().tensor(LAYER).value(1));
  }

  @Test
  void whatADeadUnitLeadsToScoresZero() throws SaliencyUnusable {
    ScoredNetwork dense = Scored.network(NETWORK, 30);
    Mask mask =
        new Mask(
            dense.mask().layers().stream()
                .map(l -> l.layer().equals(LAYER) ? l.keeping(new BitSet()) : l)
                .toList());

    SaliencyScores scores = surgeon.scores(Scored.with(dense, mask));

    float[] above = scores.of(mask.layer("layer1.weight"));
    Checkpoint weights = dense.checkpoint();
    for (int i = 0; i < above.length; i++) {
      assertThat(above[i] == 0).isEqualTo(weights.tensor("layer0.bias").value(i % 6) <= 0);
    }
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void networksOfOtherFamiliesAreRefused(Architecture family) {
    assertThatThrownBy(() -> surgeon.scores(Scored.network(family, 5)))
        .isInstanceOf(SaliencyUnusable.class)
        .hasMessageContaining(family.label())
        .hasMessageContaining("allowed: feed-forward networks and recurrent stacks");
  }

  private Checkpoint compensated(ScoredNetwork network, Mask mask) throws SaliencyUnusable {
    return surgeon.scores(network).compensation().orElseThrow().after(mask);
  }

  /** The first so many inputs of each output, from another one on for each. */
  private static Mask keeping(FeedForward architecture, int inputs) {
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(architecture).layers()) {
      int width = Math.toIntExact(layer.shape().get(1));
      BitSet kept = new BitSet();
      for (int i = 0; i < layer.total(); i++) {
        kept.set(i, (i % width + i / width) % width < inputs);
      }
      layers.add(layer.keeping(kept));
    }
    return new Mask(layers);
  }

  /** Mean of x x' over the validation samples, damped as documented. */
  private static double[][] hessian(ScoredNetwork network) {
    VectorSamples samples = (VectorSamples) network.data().get().validation();
    int n = samples.inputs() + 1;
    double[][] hessian = new double[n][n];
    float[] x = new float[n];
    for (int sample = 0; sample < samples.size(); sample++) {
      samples.copyInto(sample, x, 0);
      x[n - 1] = 1;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          hessian[i][j] += (double) x[i] * x[j] / samples.size();
        }
      }
    }
    double trace = IntStream.range(0, n).mapToDouble(i -> hessian[i][i]).sum();
    for (int i = 0; i < n; i++) {
      hessian[i][i] += 1e-4 * trace / n;
    }
    return hessian;
  }

  /** How an output's weights and bias change at best when those that the mask leaves out go. */
  private static double[] change(
      ScoredNetwork network, LayerMask mask, double[][] hessian, int output) {
    double[] before = row(network.mask().applyTo(network.checkpoint()), output);
    int n = before.length;
    int[] kept =
        IntStream.range(0, n).filter(i -> i == n - 1 || mask.keeps(output * (n - 1) + i)).toArray();
    double[][] part = new double[kept.length][kept.length];
    double[] right = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        part[i][j] = hessian[kept[i]][kept[j]];
      }
      for (int j = 0; j < n; j++) {
        right[i] += hessian[kept[i]][j] * before[j];
      }
    }
    double[] best = Equations.solve(part, right);
    double[] change = Arrays.stream(before).map(w -> -w).toArray();
    for (int i = 0; i < kept.length; i++) {
      change[kept[i]] += best[i];
    }
    return change;
  }

  /** Squared error of the first layer's sums, over all outputs and samples. */
  private static double error(ScoredNetwork network, Checkpoint after) {
    double error = 0;
    double[][] hessian = hessian(network);
    for (int output = 0; output < 6; output++) {
      double[] before = row(network.checkpoint(), output);
      double[] now = row(after, output);
      error +=
          Equations.form(
              hessian,
              IntStream.range(0, now.length).mapToDouble(i -> now[i] - before[i]).toArray());
    }
    return error;
  }

  private static double[] row(Checkpoint checkpoint, int output) {
    return IntStream.rangeClosed(0, 12)
        .mapToDouble(
            i ->
                i < 12
                    ? checkpoint.tensor(LAYER).value(output * 12 + i)
                    : checkpoint.tensor("layer0.bias").value(output))
        .toArray();
  }
}
