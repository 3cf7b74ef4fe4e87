package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What training does to weights. */
class TrainingTest {
  private static final float RATE = 0.1f;
  private static final int STEPS = 30;
  private static final List<String> NAMES = List.of("plain", "vector");

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void aStepOfDescentSubtractsTheGradientTimesTheRate(Setting setting) {
    Model stored = setting.model();
    Model fused = setting.model();
    Map<String, Map<Integer, Float>> before = Setting.values(stored);
    double loss = stored.gradients(setting.batch(), Dropout.NONE);

    double descended = fused.descend(setting.batch(), Dropout.NONE, RATE);

    assertThat(descended).isEqualTo(loss);
    Map<String, Map<Integer, Float>> gradients = Setting.gradients(stored);
    Setting.values(fused)
        .forEach(
            (tensor, values) ->
                values.forEach(
                    (position, value) ->
                        assertThat(value)
                            .isCloseTo(
                                before.get(tensor).get(position)
                                    - RATE * gradients.get(tensor).get(position),
                                within(1e-6f))));
  }

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void whatIsNotThereStaysExactlyZero(Setting setting) {
    Model model = setting.model();

    train(model, setting);
    model.gradients(setting.batch(), Dropout.NONE);

    for (Parameter parameter : model.parameters()) {
      for (int i = 0; i < parameter.positions().length; i++) {
        if (parameter.positions()[i] < 0) {
          assertThat(parameter.values()[i]).isZero();
          assertThat(parameter.gradients()[i]).isZero();
        }
      }
    }
    setting
        .mask()
        .layers()
        .forEach(
            layer ->
                assertThat(Setting.values(model).get(layer.layer())).hasSize((int) layer.kept()));
  }

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void theSameTrainingGivesTheSameBits(Setting setting) {
    Model first = setting.model();
    Model second = setting.model();

    train(first, setting);
    train(second, setting);

    assertThat(Setting.values(second)).isEqualTo(Setting.values(first));
  }

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void prunedWeightsCountAsZero(Setting setting) {
    Model sparse = setting.model();
    Model dense =
        setting.model(setting.kernels(), setting.checkpoint(), Mask.ones(setting.architecture()));
    Dropout dropout = new Dropout(0.3, 4);

    double sparseLoss = sparse.gradients(setting.batch(), dropout);
    double denseLoss = dense.gradients(setting.batch(), dropout);

    assertThat(sparseLoss).isCloseTo(denseLoss, within(1e-3));
    assertSameGradients(sparse, dense);
  }

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void bothKernelsAgree(Setting setting) {
    Model plain = setting.model("plain", setting.checkpoint(), setting.mask());
    Model vector = setting.model("vector", setting.checkpoint(), setting.mask());
    Dropout dropout = new Dropout(0.2, 8);

    double plainLoss = plain.gradients(setting.batch(), dropout);
    double vectorLoss = vector.gradients(setting.batch(), dropout);

    assertThat(plainLoss).isCloseTo(vectorLoss, within(1e-3));
    assertSameGradients(plain, vector);
  }

  @Test
  void aBatchOfAnotherSizeLeavesNoTraces() {
    Setting setting = Setting.of(NAMES.get(1), 2);
    Model used = setting.model();
    Model fresh = setting.model();
    int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    used.gradients(new Batch(setting.samples(), order, 0, 12), Dropout.NONE);

    double loss = used.gradients(new Batch(setting.samples(), order, 0, 3), Dropout.NONE);

    assertThat(loss)
        .isEqualTo(fresh.gradients(new Batch(setting.samples(), order, 0, 3), Dropout.NONE));
    assertThat(Setting.gradients(used)).isEqualTo(Setting.gradients(fresh));
  }

  @Test
  void aTrainedNetworkKnowsItsSamples() {
    FeedForward network = new FeedForward(List.of(3, 16, 3));
    Mask mask = Mask.ones(network);
    float[] first = {1, 0.2f, -0.3f};
    float[] second = {0.5f, 2, 1};
    float[] third = {-1, 0, 0.4f};
    VectorSamples samples = VectorSamples.of(List.of(first, second, third), 0, 1, 2);
    Setting setting = new Setting("plain", network, mask, samples);
    Model model = setting.model();

    for (int step = 0; step < 1_000; step++) {
      model.descend(setting.batch(), Dropout.NONE, RATE);
    }

    Evaluation evaluation = model.evaluate(samples);
    assertThat(evaluation.samples()).isEqualTo(3);
    assertThat(evaluation.correct()).isEqualTo(3);
    assertThat(evaluation.loss()).isLessThan(0.1);
  }

  @Test
  void samplesOfAnotherWidthAreRefused() {
    Setting setting = Setting.of(NAMES.get(0), 0);
    VectorSamples other = VectorSamples.of(List.of(new float[999]), 0);
    Model model = setting.model();

    assertThatThrownBy(() -> model.evaluate(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("999 inputs");
  }

  private static void train(Model model, Setting setting) {
    for (int step = 0; step < STEPS; step++) {
      model.descend(setting.batch(), new Dropout(0.2, step), RATE);
    }
  }

  private static void assertSameGradients(Model model, Model all) {
    Map<String, Map<Integer, Float>> expected = Setting.gradients(all);
    Setting.gradients(model)
        .forEach(
            (tensor, gradients) ->
                gradients.forEach(
                    (position, gradient) ->
                        assertThat(gradient)
                            .as("%s at %d", tensor, position)
                            .isCloseTo(expected.get(tensor).get(position), within(1e-5f))));
  }
}
