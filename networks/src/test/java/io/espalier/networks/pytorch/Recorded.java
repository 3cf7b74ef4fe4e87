package io.espalier.networks.pytorch;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.datasets.Samples;
import io.espalier.datasets.SequenceSamples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What PyTorch has seen. */
final class Recorded {
  private Recorded() {}

  /** The samples of a case. */
  static Samples samples(JsonNode recorded) {
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

  /** All of them at once. */
  static Batch all(Samples samples) {
    return new Batch(samples, IntStream.range(0, samples.size()).toArray(), 0, samples.size());
  }
}
