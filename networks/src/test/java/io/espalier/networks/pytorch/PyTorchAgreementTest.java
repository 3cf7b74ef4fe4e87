package io.espalier.networks.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Samples;
import io.espalier.datasets.SequenceSamples;
import io.espalier.datasets.VectorSamples;
import io.espalier.envelope.Json;
import io.espalier.networks.cells.CellNetworkBuilder;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.feedforward.FeedForwardBuilder;
import io.espalier.networks.feedforward.GraphFeedForwardBuilder;
import io.espalier.networks.recurrent.RecurrentModels;
import io.espalier.plan.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    Samples samples = samples(recorded);

    try (Model model = model(architecture, checkpoint, mask)) {
      Evaluation evaluation = model.evaluate(samples);
      double loss = model.gradients(all(samples), Dropout.NONE);

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

  private static Model model(Architecture architecture, Checkpoint checkpoint, Mask mask) {
    return architecture.match(
        network -> new FeedForwardBuilder().build(network, checkpoint, mask),
        network -> new GraphFeedForwardBuilder().build(network, checkpoint, mask),
        network -> RecurrentModels.stacks().build(network, checkpoint, mask),
        network -> RecurrentModels.graphs().build(network, checkpoint, mask),
        network -> new CellNetworkBuilder().build(network, checkpoint, mask));
  }

  private static Samples samples(JsonNode recorded) {
    int[] labels = numbers(recorded.get("labels")).mapToInt(JsonNode::asInt).toArray();
    List<float[]> vectors = new ArrayList<>();
    List<String> strings = new ArrayList<>();
    for (JsonNode row : recorded.get("inputs")) {
      float[] vector = new float[row.size()];
      StringBuilder string = new StringBuilder();
      for (int i = 0; i < vector.length; i++) {
        vector[i] = row.get(i).floatValue();
        string.append((char) row.get(i).asInt());
      }
      vectors.add(vector);
      strings.add(string.toString());
    }
    return recorded.get("architecture").has("alphabet")
        ? SequenceSamples.of(strings, labels)
        : VectorSamples.of(vectors, labels);
  }

  private static Stream<JsonNode> numbers(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(array::get);
  }

  private static Batch all(Samples samples) {
    return new Batch(samples, IntStream.range(0, samples.size()).toArray(), 0, samples.size());
  }
}
