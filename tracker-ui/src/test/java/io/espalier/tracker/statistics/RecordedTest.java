package io.espalier.tracker.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.envelope.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The same numbers as scipy and statsmodels; statistics/record.py made them. */
class RecordedTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private final JsonNode recorded = read();

  @Test
  void pairedTestsAreThoseOfScipy() {
    assertThat(recorded.get("pairs")).hasSize(12);
    for (JsonNode expected : recorded.get("pairs")) {
      List<Double> a = numbers(expected.get("a"));
      List<Double> b = numbers(expected.get("b"));
      Sample differences = new Sample();
      for (int i = 0; i < a.size(); i++) {
        differences.add(a.get(i) - b.get(i));
      }
      PairedTest test = PairedTest.of(differences);
      assertThat(differences.mean()).isCloseTo(expected.get("mean").doubleValue(), CLOSE);
      assertThat(test.t().orElseThrow()).isCloseTo(expected.get("t").doubleValue(), CLOSE);
      assertThat(test.p().orElseThrow()).isCloseTo(expected.get("p").doubleValue(), CLOSE);
      assertThat(test.effectSize().orElseThrow())
          .isCloseTo(expected.get("effect").doubleValue(), CLOSE);
      holdsInterval(differences, expected);
    }
  }

  @Test
  void spreadsAndIntervalsAreThoseOfScipy() {
    assertThat(recorded.get("samples")).hasSize(3);
    for (JsonNode expected : recorded.get("samples")) {
      Sample sample = new Sample();
      numbers(expected.get("values")).forEach(sample::add);
      assertThat(sample.mean()).isCloseTo(expected.get("mean").doubleValue(), CLOSE);
      assertThat(sample.std().orElseThrow()).isCloseTo(expected.get("std").doubleValue(), CLOSE);
      holdsInterval(sample, expected);
    }
  }

  @Test
  void correctionsAreThoseOfStatsmodels() {
    List<Double> adjusted = Holm.adjust(numbers(recorded.get("holm").get("p")));
    List<Double> expected = numbers(recorded.get("holm").get("adjusted"));
    assertThat(adjusted).hasSize(expected.size()).hasSizeGreaterThan(12);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(adjusted.get(i)).isCloseTo(expected.get(i), CLOSE);
    }
  }

  private static void holdsInterval(Sample sample, JsonNode expected) {
    Interval interval = Interval.ofMean(sample).orElseThrow();
    assertThat(interval.low()).isCloseTo(expected.get("low").doubleValue(), CLOSE);
    assertThat(interval.high()).isCloseTo(expected.get("high").doubleValue(), CLOSE);
  }

  private static List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::doubleValue).toList();
  }

  private static JsonNode read() {
    try (InputStream file = RecordedTest.class.getResourceAsStream("/statistics/expected.json")) {
      return Json.mapper().readTree(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
