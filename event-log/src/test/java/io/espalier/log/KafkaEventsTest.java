package io.espalier.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaEventsTest {

  @Test
  void anEventComesBackWithItsPositionAndTheHashItWasWrittenWith() {
    var envelope = Samples.paused("demo-a1b2", 1);

    Decoded read = KafkaEvents.read(Samples.consumed(KafkaEvents.write(envelope), 3, 42));

    assertThat(read)
        .isInstanceOfSatisfying(
            Decoded.Received.class,
            received -> {
              assertThat(received.envelope()).isEqualTo(envelope);
              assertThat(received.hash()).isEqualTo(EventCodec.encode(envelope).hash());
              assertThat(received.position()).hasToString("campaigns[3]@42");
            });
  }

  @Test
  void bytesThatAreNotUtf8AreMalformedAndNamedByTheirPosition() {
    ProducerRecord<byte[], byte[]> good = KafkaEvents.write(Samples.paused("demo-a1b2", 1));
    ProducerRecord<byte[], byte[]> bad =
        new ProducerRecord<>(
            good.topic(), null, good.key(), new byte[] {(byte) 0xc3, 0x28}, good.headers());

    assertThat(KafkaEvents.read(Samples.consumed(bad, 0, 7)))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            m -> assertThat(m.reason()).contains("campaigns[0]@7").contains("UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "content-type"})
  void aHeaderThatStandsTwiceIsMalformed(String header) {
    ProducerRecord<byte[], byte[]> record = KafkaEvents.write(Samples.paused("demo-a1b2", 1));
    record.headers().add(header, new byte[] {'x'});

    assertThat(KafkaEvents.read(Samples.consumed(record, 0, 7)))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class,
            m -> assertThat(m.reason()).contains(header).contains("twice"));
  }

  @Test
  void aRecordWithoutKeyOrPayloadIsMalformed() {
    ConsumerRecord<byte[], byte[]> empty =
        Samples.consumed(new ProducerRecord<>("trained", null, null), 0, 0);

    assertThat(KafkaEvents.read(empty)).isInstanceOf(Decoded.Malformed.class);
  }
}
