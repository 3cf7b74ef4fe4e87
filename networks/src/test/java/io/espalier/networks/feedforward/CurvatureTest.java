package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Curvature;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.Dropout;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives with both kernels, with and without masks, in all layouts. */
class CurvatureTest {

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void theGaussNewtonDiagonalIsTheSecondDerivativeOfTheLoss(Setting setting) {
    CurvedModel model = setting.model();
    Reference reference = new Reference(setting.architecture(), setting.checkpoint());

    model.curve(setting.batch(), Curvature.GAUSS_NEWTON);

    assertWeights(
        setting,
        model,
        (tensor, position) -> reference.curvature(tensor, position, setting.samples()),
        2e-4);
  }

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void theFisherDiagonalIsTheMeanOfSquaredGradientsOfSingleSamples(Setting setting) {
    CurvedModel model = setting.model();
    Map<String, Map<Integer, Double>> expected = new HashMap<>();
    int size = setting.samples().size();
    for (int sample = 0; sample < size; sample++) {
      model.gradients(new Batch(setting.samples(), new int[] {sample}, 0, 1), Dropout.NONE);
      Setting.gradients(model)
          .forEach(
              (tensor, gradients) ->
                  gradients.forEach(
                      (position, gradient) ->
                          expected
                              .computeIfAbsent(tensor, t -> new HashMap<>())
                              .merge(position, (double) gradient * gradient / size, Double::sum)));
    }

    model.curve(setting.batch(), Curvature.EMPIRICAL_FISHER);

    assertWeights(setting, model, (tensor, position) -> expected.get(tensor).get(position), 1e-6);
  }

  private interface Diagonal {
    double at(String tensor, int position);
  }

  /** Those that a mask covers. */
  private static void assertWeights(
      Setting setting, CurvedModel model, Diagonal expected, double tolerance) {
    Map<String, Map<Integer, Float>> found = Setting.gradients(model);
    for (LayerMask layer : setting.mask().layers()) {
      found
          .get(layer.layer())
          .forEach(
              (position, diagonal) ->
                  assertThat((double) diagonal)
                      .as("%s at %d", layer.layer(), position)
                      .isCloseTo(expected.at(layer.layer(), position), within(tolerance)));
    }
  }
}
