package io.espalier.networks.optimizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescentTest {
  private static final Batch BATCH =
      new Batch(VectorSamples.of(List.of(new float[] {0}), 0), new int[] {0}, 0, 1);

  static Stream<JsonNode> recorded() throws IOException {
    try (InputStream file = DescentTest.class.getResourceAsStream("pytorch.json")) {
      return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false);
    }
  }

  /** Clipping looks at all entries, so that fewer of them are clipped otherwise. */
  static Stream<JsonNode> unclipped() throws IOException {
    return recorded().filter(recorded -> recorded.get("clip").isNull());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void updatesAreThoseOfPyTorch(JsonNode recorded) {
    List<Parameter> parameters = parameters(recorded.get("start"));
    RecordedModel model = new RecordedModel(parameters, gradients(recorded));
    Descent descent = new Descent(options(recorded), Optional.empty());
    for (JsonNode expected : recorded.get("after")) {
      update(descent, model, recorded);

      for (int i = 0; i < parameters.size(); i++) {
        float[] values = parameters.get(i).values();
        for (int j = 0; j < values.length; j++) {
          assertThat(values[j])
              .as(recorded.get("name").asText())
              .isCloseTo((float) expected.get(i).get(j).asDouble(), within(2e-6f));
        }
      }
    }
  }

  @Test
  void theL1PenaltyPullsNamedWeightsTowardsZeroAndNoOthers() {
    Parameter named = parameter("a", 0.5f, -0.5f, 0f);
    Parameter other = parameter("b", 0.5f);
    RecordedModel model =
        new RecordedModel(List.of(named, other), List.of(List.of(new float[3], new float[1])));

    new Descent(TrainingOptions.sgd(0.1, 0, 1, 1), Optional.of(new L1Penalty(0.2, Set.of("a"))))
        .update(model, BATCH, Dropout.NONE, 0.1f, 0);

    assertThat(named.values()).containsExactly(0.48f, -0.48f, 0f);
    assertThat(other.values()).containsExactly(0.5f);
  }

  @ParameterizedTest
  @MethodSource("unclipped")
  void memoryFollowsTheWeightsToAnotherStructure(JsonNode recorded) {
    List<Parameter> whole = parameters(recorded.get("start"));
    RecordedModel model = new RecordedModel(whole, gradients(recorded));
    Descent descent = new Descent(options(recorded), Optional.empty());
    update(descent, model, recorded);
    update(descent, model, recorded);
    int[] positions = {-1, 4, 1};
    Parameter fewer = picked(whole.get(0), positions);
    RecordedModel next =
        new RecordedModel(
            List.of(fewer, whole.get(1)),
            gradients(recorded).stream()
                .skip(2)
                .map(step -> List.of(picked(step.get(0), positions), step.get(1)))
                .toList());
    descent.carryTo(next);
    update(descent, next, recorded);
    JsonNode expected = recorded.get("after").get(2).get(0);

    assertThat(fewer.values()[0]).isZero();
    assertThat(fewer.values()[1]).isCloseTo((float) expected.get(4).asDouble(), within(2e-6f));
    assertThat(fewer.values()[2]).isCloseTo((float) expected.get(1).asDouble(), within(2e-6f));
  }

  @Test
  void newWeightsStartWithoutMemory() {
    Parameter before = new Parameter("a", new float[] {1}, new float[1], new int[] {2});
    Descent descent = new Descent(TrainingOptions.sgd(1, 0.5, 1, 1), Optional.empty());
    descent.update(
        new RecordedModel(List.of(before), List.of(List.of(new float[] {8}))),
        BATCH,
        Dropout.NONE,
        1,
        0.5f);
    Parameter after = new Parameter("a", new float[] {0, -7, 0}, new float[3], new int[] {1, 2, 7});
    RecordedModel next = new RecordedModel(List.of(after), List.of(List.of(new float[3])));
    descent.carryTo(next);

    descent.update(next, BATCH, Dropout.NONE, 1, 0.5f);

    assertThat(after.values()).containsExactly(0, -11, 0);
  }

  private static void update(Descent descent, RecordedModel model, JsonNode recorded) {
    float rate = (float) recorded.get("rate").asDouble();
    descent.update(model, BATCH, Dropout.NONE, rate, (float) recorded.get("momentum").asDouble());
  }

  private static TrainingOptions options(JsonNode recorded) {
    return new TrainingOptions(
        recorded.get("rate").asDouble(),
        recorded.get("momentum").asDouble(),
        1,
        1,
        recorded.get("optimizer").asText().equals("sgd") ? Optimizer.SGD : Optimizer.ADAM,
        Optional.of(recorded.get("decay").asDouble()),
        recorded.get("clip").isNull()
            ? Optional.empty()
            : Optional.of(recorded.get("clip").asDouble()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Parameter> parameters(JsonNode start) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode tensor : start) {
      parameters.add(parameter("tensor" + parameters.size(), floats(tensor)));
    }
    return parameters;
  }

  private static Parameter parameter(String name, float... values) {
    return new Parameter(
        name, values, new float[values.length], IntStream.range(0, values.length).toArray());
  }

  private static Parameter picked(Parameter whole, int... positions) {
    return new Parameter(
        whole.name(), picked(whole.values(), positions), new float[positions.length], positions);
  }

  private static float[] picked(float[] whole, int... positions) {
    float[] picked = new float[positions.length];
    for (int i = 0; i < positions.length; i++) {
      picked[i] = positions[i] < 0 ? 0 : whole[positions[i]];
    }
    return picked;
  }

  private static List<List<float[]>> gradients(JsonNode recorded) {
    List<List<float[]>> steps = new ArrayList<>();
    for (JsonNode step : recorded.get("gradients")) {
      List<float[]> tensors = new ArrayList<>();
      step.forEach(tensor -> tensors.add(floats(tensor)));
      steps.add(tensors);
    }
    return steps;
  }

  private static float[] floats(JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.get(i).asDouble();
    }
    return values;
  }
}
