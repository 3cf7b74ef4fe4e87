package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against finite differences, with both kernels, with and without masks. */
class GradientTest {
  private static final double TOLERANCE = 2e-5;

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void gradientsAreTheSlopesOfTheLoss(Setting setting) {
    Model model = setting.model();
    Reference reference = new Reference(setting.architecture(), setting.checkpoint());

    double loss = model.gradients(setting.batch(), Dropout.NONE) / setting.samples().size();

    assertThat(loss).isCloseTo(reference.loss(setting.samples()), within(TOLERANCE));
    assertThat(model.evaluate(setting.samples()).loss()).isCloseTo(loss, within(TOLERANCE));
    Setting.gradients(model)
        .forEach(
            (tensor, gradients) ->
                gradients.forEach(
                    (position, gradient) ->
                        assertThat((double) gradient)
                            .as("%s at %d", tensor, position)
                            .isCloseTo(
                                reference.slope(tensor, position, setting.samples()),
                                within(TOLERANCE))));
  }

  @ParameterizedTest
  @MethodSource("io.espalier.networks.feedforward.Setting#all")
  void gradientsUnderDropoutAreTheSlopesOfTheLossUnderTheSameDropout(Setting setting) {
    Dropout dropout = new Dropout(0.4, 11);
    Model model = setting.model();
    model.gradients(setting.batch(), dropout);
    Map<String, Map<Integer, Float>> gradients = Setting.gradients(model);
    float width = 1e-3f;

    for (Parameter parameter : model.parameters()) {
      int[] positions = parameter.positions();
      for (int i = 0; i < positions.length; i += 7) {
        if (positions[i] < 0) {
          continue;
        }
        float value = parameter.values()[i];
        parameter.values()[i] = value + width;
        double above = model.gradients(setting.batch(), dropout);
        parameter.values()[i] = value - width;
        double below = model.gradients(setting.batch(), dropout);
        parameter.values()[i] = value;
        double slope = (above - below) / (2 * width) / setting.samples().size();
        assertThat((double) gradients.get(parameter.name()).get(positions[i]))
            .as("%s at %d", parameter.name(), positions[i])
            .isCloseTo(slope, within(5e-3));
      }
    }
  }
}
