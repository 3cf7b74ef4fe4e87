package io.espalier.networks.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Samples;
import io.espalier.envelope.Json;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.trainer.Networks;
import io.espalier.plan.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every family against PyTorch, which has read the checkpoint through {@code
 * docs/load_checkpoint.py}. After a change of the tensors: delete the case's files, run this test
 * with {@code -Despalier.update=true}, then {@code expect.py} beside the files.
 */
class PyTorchAgreementTest {
  @BeforeAll
  static void writeWhatIsNewIfAsked() throws IOException {
    if (Boolean.getBoolean("espalier.update")) {
      for (Case one : Case.all()) {
        one.write();
      }
    }
  }

  static Stream<Arguments> cases() {
    return Case.all().stream()
        .flatMap(one -> Stream.of(Arguments.of(one, false), Arguments.of(one, true)));
  }

  static Stream<Case> each() {
    return Case.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradientsEqualThoseOfPyTorch(Case one, boolean masked) throws IOException {
    Architecture architecture = one.architecture();
    Checkpoint checkpoint = Checkpoint.fromBytes(Files.readAllBytes(one.checkpoint()));
    Mask mask =
        masked
            ? Mask.fromBytes(Files.readAllBytes(one.mask()), architecture)
            : Mask.ones(architecture);
    JsonNode recorded = Json.mapper().readTree(one.expected().toFile());
    JsonNode expected = recorded.get(masked ? "masked" : "dense");
    Samples samples = Recorded.samples(recorded);

    try (Model model = Networks.curved(architecture, checkpoint, mask)) {
      Evaluation evaluation = model.evaluate(samples);
      double loss = model.gradients(Recorded.all(samples), Dropout.NONE);

      assertThat(evaluation.loss()).isCloseTo(expected.get("loss").asDouble(), within(1e-5));
      assertThat(evaluation.correct()).isEqualTo(expected.get("correct").asLong());
      assertThat(loss / samples.size()).isCloseTo(evaluation.loss(), within(1e-5));
      for (Parameter parameter : model.parameters()) {
        gradientsAgree(parameter, expected.get("gradients").get(parameter.name()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("each")
  void theArchitectureThatPyTorchSawIsTheCases(Case one) throws IOException {
    JsonNode recorded = Json.mapper().readTree(one.expected().toFile());

    assertThat(Json.mapper().treeToValue(recorded.get("architecture"), Architecture.class))
        .isEqualTo(one.architecture());
    assertThat(Files.readString(one.checkpoint(), StandardCharsets.ISO_8859_1))
        .contains("{\"architecture\":");
  }

  private static void gradientsAgree(Parameter parameter, JsonNode expected) {
    for (int i = 0; i < parameter.positions().length; i++) {
      int position = parameter.positions()[i];
      double gradient = position < 0 ? 0 : expected.get(position).asDouble();
      assertThat((double) parameter.gradients()[i])
          .as(parameter.name() + " " + position)
          .isCloseTo(gradient, within(1e-5));
    }
  }
}
