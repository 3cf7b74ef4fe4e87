package io.espalier.networks.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Samples;
import io.espalier.envelope.Json;
import io.espalier.networks.engine.Curvature;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.trainer.Networks;
import io.espalier.plan.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Second derivatives of every family against PyTorch's, which {@code curvature.py} beside the files
 * has recorded: squared gradients sample by sample, and, where networks are piecewise linear, the
 * Hessian by differentiating twice.
 */
class CurvatureAgreementTest {

  static Stream<Arguments> families() {
    return Case.all().stream()
        .flatMap(one -> Stream.of(Arguments.of(one, false), Arguments.of(one, true)));
  }

  static Stream<Arguments> piecewiseLinearFamilies() {
    return families()
        .filter(arguments -> !((Case) arguments.get()[0]).name().contains("recurrent"));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theFisherDiagonalEqualsPyTorchs(Case one, boolean masked) throws IOException {
    agree(one, masked, Curvature.EMPIRICAL_FISHER, "fisher");
  }

  @ParameterizedTest
  @MethodSource("families")
  void theGaussNewtonDiagonalEqualsPyTorchs(Case one, boolean masked) throws IOException {
    agree(one, masked, Curvature.GAUSS_NEWTON, "gauss-newton");
  }

  @ParameterizedTest
  @MethodSource("piecewiseLinearFamilies")
  void theGaussNewtonDiagonalIsThatOfTheHessianWithoutRecurrence(Case one, boolean masked)
      throws IOException {
    agree(one, masked, Curvature.GAUSS_NEWTON, "hessian");
  }

  private static void agree(Case one, boolean masked, Curvature curvature, String recorded)
      throws IOException {
    Architecture architecture = one.architecture();
    Checkpoint checkpoint = Checkpoint.fromBytes(Files.readAllBytes(one.checkpoint()));
    Mask mask =
        masked
            ? Mask.fromBytes(Files.readAllBytes(one.mask()), architecture)
            : Mask.ones(architecture);
    Samples samples = Recorded.samples(Json.mapper().readTree(one.expected().toFile()));
    JsonNode expected =
        Json.mapper()
            .readTree(one.curvature().toFile())
            .get(masked ? "masked" : "dense")
            .get(recorded);

    try (CurvedModel model = Networks.curved(architecture, checkpoint, mask)) {
      model.curve(Recorded.all(samples), curvature);

      for (LayerMask layer : mask.layers()) {
        Parameter parameter =
            model.parameters().stream()
                .filter(p -> p.name().equals(layer.layer()))
                .findFirst()
                .orElseThrow();
        agree(parameter, expected.get(layer.layer()));
      }
    }
  }

  private static void agree(Parameter parameter, JsonNode expected) {
    for (int i = 0; i < parameter.positions().length; i++) {
      int position = parameter.positions()[i];
      double diagonal = position < 0 ? 0 : expected.get(position).asDouble();
      assertThat((double) parameter.gradients()[i])
          .as(parameter.name() + " " + position)
          .isCloseTo(diagonal, within(1e-5 * Math.max(diagonal, 1e-2)));
    }
  }
}
