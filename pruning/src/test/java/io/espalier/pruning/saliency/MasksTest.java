package io.espalier.pruning.saliency;

import static io.espalier.plan.PruningMethod.Control.DENSE_CONTROL;
import static io.espalier.plan.PruningMethod.Criterion.MAGNITUDE_CLASS_BLINDED;
import static io.espalier.plan.PruningMethod.Criterion.MAGNITUDE_CLASS_UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.events.LayerPruning;
import io.espalier.plan.PruningMethod;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

  @Test
  void blindedCutsTheSmallestOfAllLayersTogether() throws Exception {
    List<PrunedLayer> masks =
        Masks.of(
            MAGNITUDE_CLASS_BLINDED,
            0.5,
            List.of(dense("layer0.weight", 1, -2, 3, -4), dense("layer1.weight", -5, 6, 7, 8)));

    assertThat(bits(masks)).containsExactly("0000", "1111");
    assertThat(masks)
        .extracting(PrunedLayer::outcome)
        .containsExactly(
            new LayerPruning("layer0.weight", 0, 4, Optional.of(4.0)),
            new LayerPruning("layer1.weight", 4, 4, Optional.empty()));
  }

  @Test
  void uniformCutsTheSameShareOfEachLayer() throws Exception {
    List<PrunedLayer> masks =
        Masks.of(
            MAGNITUDE_CLASS_UNIFORM,
            0.5,
            List.of(dense("layer0.weight", 1, -2, 3, -4), dense("layer1.weight", -5, 6, 7, 8)));

    assertThat(bits(masks)).containsExactly("0011", "0011");
    assertThat(masks)
        .extracting(PrunedLayer::outcome)
        .containsExactly(
            new LayerPruning("layer0.weight", 2, 4, Optional.of(2.0)),
            new LayerPruning("layer1.weight", 2, 4, Optional.of(6.0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 1.0 / 3, 0.5, 0.8, 0.9, 0.999})
  void countsAreExactForEveryShare(double sparsity) throws Exception {
    Random random = new Random(5);
    List<WeightLayer> layers = List.of(random(random, 997, false), random(random, 131, false));

    List<PrunedLayer> blinded = Masks.of(MAGNITUDE_CLASS_BLINDED, sparsity, layers);
    List<PrunedLayer> uniform = Masks.of(MAGNITUDE_CLASS_UNIFORM, sparsity, layers);

    assertThat(kept(blinded)).isEqualTo(1128 - Math.round(sparsity * 1128));
    assertThat(uniform.get(0).kept().cardinality()).isEqualTo(997 - Math.round(sparsity * 997));
    assertThat(uniform.get(1).kept().cardinality()).isEqualTo(131 - Math.round(sparsity * 131));
  }

  @Test
  void countsAreExactAmongTies() throws Exception {
    Random random = new Random(6);
    List<WeightLayer> layers = List.of(random(random, 500, true), random(random, 500, true));

    assertThat(kept(Masks.of(MAGNITUDE_CLASS_BLINDED, 0.333, layers))).isEqualTo(667);
  }

  @Test
  void amongEqualsTheFirstIsCutLayerByLayer() throws Exception {
    List<PrunedLayer> masks =
        Masks.of(
            MAGNITUDE_CLASS_BLINDED,
            0.5,
            List.of(dense("layer0.weight", 2, -1, 1), dense("layer1.weight", 1, -1, 1)));

    assertThat(bits(masks)).containsExactly("100", "011");
  }

  @Test
  void halvesAreRoundedUp() throws Exception {
    assertThat(
            bits(Masks.of(MAGNITUDE_CLASS_BLINDED, 0.5, List.of(dense("layer0.weight", 1, 2, 3)))))
        .containsExactly("001");
  }

  @Test
  void whatWasPrunedBeforeStaysPrunedAndCounts() throws Exception {
    WeightLayer layer =
        new WeightLayer(
            "layer0.weight", new float[] {0, 0, 9, 1, 2, 8}, BitSet.valueOf(new long[] {0b111001}));

    List<PrunedLayer> masks = Masks.of(MAGNITUDE_CLASS_BLINDED, 0.5, List.of(layer));

    assertThat(bits(masks)).containsExactly("000111");
    assertThat(masks.get(0).outcome().threshold()).hasValue(0.0);
  }

  @Test
  void repeatedStepsOnlyEverCutMore() throws Exception {
    float[] weights = weights(new Random(8), 300, false);
    BitSet kept = ones(300);
    for (double sparsity : new double[] {0.3, 0.6, 0.9}) {
      WeightLayer layer = new WeightLayer("layer0.weight", weights, kept);
      BitSet next = Masks.of(MAGNITUDE_CLASS_BLINDED, sparsity, List.of(layer)).get(0).kept();
      BitSet revived = (BitSet) next.clone();
      revived.andNot(kept);
      assertThat(revived.isEmpty()).isTrue();
      kept = next;
      weights = weights(new Random((long) (sparsity * 100)), 300, false);
    }
    assertThat(kept.cardinality()).isEqualTo(30);
  }

  @Test
  void theDenseControlKeepsEverything() throws Exception {
    List<PrunedLayer> masks = Masks.of(DENSE_CONTROL, 0, List.of(dense("layer0.weight", 1, 0, 3)));

    assertThat(bits(masks)).containsExactly("111");
    assertThat(masks.get(0).outcome().threshold()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"magnitude-class-blinded", "magnitude-class-uniform"})
  void aStepThatPrunesNothingIsRejected(String method) {
    List<WeightLayer> layers = List.of(dense("layer0.weight", 1, 2, 3));

    assertThatThrownBy(() -> Masks.of(PruningMethod.named(method), 0.1, layers))
        .isInstanceOf(AmountImpossible.class)
        .hasMessageContaining("cuts nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"magnitude-class-blinded", "magnitude-class-uniform"})
  void aStepThatPrunesEverythingIsRejected(String method) {
    List<WeightLayer> layers = List.of(dense("layer0.weight", 1, 2, 3));

    assertThatThrownBy(() -> Masks.of(PruningMethod.named(method), 0.9, layers))
        .isInstanceOf(AmountImpossible.class)
        .hasMessageContaining("nothing is left");
  }

  @Test
  void aWeightThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> dense("layer0.weight", 1, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer0.weight[1] is NaN");
  }

  private static WeightLayer dense(String name, float... weights) {
    return new WeightLayer(name, weights, ones(weights.length));
  }

  private static WeightLayer random(Random random, int length, boolean ties) {
    return dense("layer0.weight", weights(random, length, ties));
  }

  private static float[] weights(Random random, int length, boolean ties) {
    float[] weights = new float[length];
    for (int i = 0; i < length; i++) {
      weights[i] = ties ? random.nextInt(7) - 3 : (float) random.nextGaussian();
    }
    return weights;
  }

  private static BitSet ones(int length) {
    BitSet ones = new BitSet();
    ones.set(0, length);
    return ones;
  }

  private static long kept(List<PrunedLayer> layers) {
    return layers.stream().mapToLong(layer -> layer.kept().cardinality()).sum();
  }

  private static List<String> bits(List<PrunedLayer> layers) {
    return layers.stream()
        .map(
            layer -> {
              StringBuilder bits = new StringBuilder();
              for (int i = 0; i < layer.total(); i++) {
                bits.append(layer.kept().get(i) ? 1 : 0);
              }
              return bits.toString();
            })
        .toList();
  }
}
