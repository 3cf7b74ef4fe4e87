package io.espalier.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.Event;
import io.espalier.samples.Samples;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final Position POSITION = new Position("trained", 3, 42);
  private static final WireRecord WIRE =
      EventCodec.encode(Samples.envelope(Samples.trainedPruned()));

  static Stream<Event> events() {
    return Samples.events().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsWrittenIsReadBack(Event event) {
    Envelope<Event> envelope = Samples.envelope(event);
    WireRecord wire = EventCodec.encode(envelope);

    Decoded decoded =
        EventCodec.decode(
            new Position(wire.topic(), 1, 7), wire.key(), wire.headers(), wire.payload());

    assertThat(decoded)
        .isEqualTo(
            new Decoded.Received(
                envelope,
                wire,
                wire.hash(),
                new Position(wire.topic(), 1, 7),
                java.util.Optional.empty()));
  }

  @Test
  void anUnknownTypeIsMalformed() {
    assertMalformed(withHeader("ce_type", "ripened.v1"), "ce_type", "ripened.v1", "trained.v1");
  }

  @Test
  void aVersionFromTheFutureIsMalformed() {
    assertMalformed(withHeader("ce_type", "trained.v9"), "ce_type", "trained.v9", "trained.v1");
  }

  @Test
  void aTypeOfAnotherTopicIsMalformed() {
    assertMalformed(withHeader("ce_type", "pruned.v1"), "ce_type", "pruned.v1");
  }

  @Test
  void anotherVersionOfCloudEventsIsMalformed() {
    assertMalformed(withHeader("ce_specversion", "0.3"), "ce_specversion", "0.3", "1.0");
  }

  @Test
  void anotherMediaTypeIsMalformed() {
    assertMalformed(withHeader("content-type", "application/xml"), "content-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_type",
        "ce_source",
        "ce_time",
        "ce_traceparent",
        "ce_correlationid",
        "content-type"
      })
  void aMissingHeaderIsMalformed(String name) {
    assertMalformed(headers(h -> h.remove(name)), name, "missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_causationid", "ce_causationhash"})
  void halfACauseIsMalformed(String name) {
    assertMalformed(headers(h -> h.remove(name)), name, "missing");
  }

  @Test
  void aRecordWithoutCauseIsReadable() {
    Decoded decoded =
        headers(h -> h.keySet().removeAll(java.util.Set.of("ce_causationid", "ce_causationhash")));
    assertThat(((Decoded.Received) decoded).envelope().cause()).isEmpty();
  }

  @Test
  void headersThatAreNoneOfOursAreIgnored() {
    assertThat(withHeader("x-proxy", "a\nb")).isEqualTo(headers(h -> {}));
  }

  @Test
  void aTimeThatIsNoneIsMalformed() {
    assertMalformed(withHeader("ce_time", "yesterday"), "ce_time", "yesterday");
  }

  @Test
  void aTraceThatIsNoneIsMalformed() {
    assertMalformed(withHeader("ce_traceparent", "00-12-34-01"), "ce_traceparent", "00-12-34-01");
  }

  @Test
  void aCausationHashThatIsNoneIsMalformed() {
    assertMalformed(withHeader("ce_causationhash", "abc"), "ce_causationhash", "abc");
  }

  @Test
  void anIdThatDoesNotFitThePayloadIsMalformed() {
    assertMalformed(
        withHeader("ce_id", "c1.2/1/dense/0/trained"),
        "ce_id",
        "c1.2/1/dense/0/trained",
        Samples.trainedPruned().eventId());
  }

  @Test
  void aCorrelationThatDoesNotFitThePayloadIsMalformed() {
    assertMalformed(withHeader("ce_correlationid", "c2"), "ce_correlationid", "c2", "c1");
  }

  @Test
  void aKeyThatDoesNotFitThePayloadIsMalformed() {
    assertMalformed(
        EventCodec.decode(POSITION, "c1.2", WIRE.headers(), WIRE.payload()), "key", "c1.2", "c1.1");
  }

  @Test
  void aLineBreakInAHeaderIsMalformedForItCouldPassForAnother() {
    assertMalformed(withHeader("ce_source", "a\nce_subject:b"), "ce_source", "control");
  }

  @Test
  void aRecordWithoutKeyOrPayloadIsMalformed() {
    assertMalformed(EventCodec.decode(POSITION, null, WIRE.headers(), WIRE.payload()), "key");
    assertMalformed(EventCodec.decode(POSITION, "c1.1", WIRE.headers(), null), "payload");
    assertMalformed(EventCodec.decode(POSITION, "", WIRE.headers(), WIRE.payload()), "key");
  }

  @Test
  void aTopicThatIsNotOursIsMalformed() {
    Decoded decoded =
        EventCodec.decode(
            new Position("weather", 0, 1), WIRE.key(), WIRE.headers(), WIRE.payload());
    assertThat(((Decoded.Malformed) decoded).reason()).contains("weather[0]@1", "topic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "[]", "{", "{\"plan\":", "7", "\"text\"", "\u0000", "{'a':1}"})
  void brokenJsonIsMalformed(String payload) {
    assertMalformed(payload(p -> payload), "payload");
  }

  @Test
  void garbageAfterThePayloadIsMalformed() {
    assertMalformed(payload(p -> p + "{}"), "payload");
    assertMalformed(payload(p -> p + " x"), "payload");
  }

  @Test
  void deeplyNestedJsonIsMalformedAndNoStackOverflow() {
    assertMalformed(
        payload(p -> "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}"), "payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan", "at", "checkpoint", "epochs", "trainingLoss", "quality", "seconds", "provenance",
        "trial", "attempt", "seed", "learningRate", "sha256", "family", "widths", "testLoss"
      })
  void aMissingFieldIsMalformed(String field) {
    assertMalformed(payload(p -> p.replace("\"" + field + "\":", "\"other\":")), "payload", field);
  }

  @Test
  void aMissingOptionalFieldIsAbsent() {
    assertThat(payload(p -> p.replace("\"mask\":", "\"other\":")))
        .isInstanceOfSatisfying(
            Decoded.Received.class,
            r ->
                assertThat(((io.espalier.events.TrainingEvent.Trained) r.event()).mask())
                    .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"epochs\":15|\"epochs\":\"15\"",
        "\"epochs\":15|\"epochs\":15.5",
        "\"epochs\":15|\"epochs\":true",
        "\"epochs\":15|\"epochs\":null",
        "\"epochs\":15|\"epochs\":0",
        "\"epochs\":15|\"epochs\":99999999999",
        "\"seconds\":20.5|\"seconds\":-1",
        "\"seconds\":20.5|\"seconds\":1e999",
        "\"seconds\":20.5|\"seconds\":\"NaN\"",
        "\"device\":\"cpu\"|\"device\":7",
        "\"device\":\"cpu\"|\"device\":\"\"",
        "\"step\":1|\"step\":0",
        "\"family\":\"feed-forward\"|\"family\":\"java.lang.Runtime\"",
        "\"method\":\"dense-control\"|\"method\":\"by-hand\"",
        "\"method\":\"dense-control\"|\"method\":0",
        "\"testAccuracy\":0.9774|\"testAccuracy\":1.5"
      })
  void aFieldWithAWrongValueIsMalformed(String change) {
    String[] sides = change.split("\\|", 2);
    assertThat(WIRE.payload()).contains(sides[0]);
    assertMalformed(payload(p -> p.replace(sides[0], sides[1])), "payload");
  }

  @Test
  void unknownFieldsAreTolerated() {
    Decoded decoded = payload(p -> "{\"later\":{\"a\":[1]}," + p.substring(1));
    assertThat(((Decoded.Received) decoded).event()).isEqualTo(Samples.trainedPruned());
  }

  private static Decoded withHeader(String name, String value) {
    return headers(h -> h.put(name, value));
  }

  private static Decoded headers(Consumer<Map<String, String>> change) {
    Map<String, String> headers = new HashMap<>(new TreeMap<>(WIRE.headers()));
    change.accept(headers);
    return EventCodec.decode(POSITION, WIRE.key(), headers, WIRE.payload());
  }

  private static Decoded payload(UnaryOperator<String> change) {
    return EventCodec.decode(POSITION, WIRE.key(), WIRE.headers(), change.apply(WIRE.payload()));
  }

  private static void assertMalformed(Decoded decoded, String... named) {
    assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
    assertThat(decoded.position()).isEqualTo(POSITION);
    assertThat(((Decoded.Malformed) decoded).reason())
        .startsWith("trained[3]@42: ")
        .contains(named)
        .hasSizeLessThan(1000);
  }
}
