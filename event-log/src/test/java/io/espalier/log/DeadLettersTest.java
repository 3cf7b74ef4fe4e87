package io.espalier.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.envelope.Position;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void aLetterKeepsTheRecordAndSaysWhereItStoodWhoFailedAndWhy() {
    ConsumerRecord<byte[], byte[]> broken =
        Samples.consumed(
            new ProducerRecord<>("trained", "k".getBytes(UTF_8), "{oops".getBytes(UTF_8)), 2, 9);

    ProducerRecord<byte[], byte[]> letter =
        DeadLetters.letter(broken, "broken JSON", "pruning-service", NOW);

    assertThat(letter.topic()).isEqualTo("trained.dead-letter");
    assertThat(letter.value()).isEqualTo("{oops".getBytes(UTF_8));
    assertThat(DeadLetters.read(Samples.consumed(letter, 0, 0)))
        .isEqualTo(
            new DeadLetters.Letter(
                new Position("trained", 2, 9), "pruning-service", "broken JSON", NOW));
  }

  @Test
  void aRecordThatSomebodyPutThereByHandIsALetterAboutItself() {
    ConsumerRecord<byte[], byte[]> foreign =
        Samples.consumed(
            new ProducerRecord<>("trained.dead-letter", null, "x".getBytes(UTF_8)), 0, 5);

    DeadLetters.Letter letter = DeadLetters.read(foreign);

    assertThat(letter.original()).isEqualTo(new Position("trained.dead-letter", 0, 5));
    assertThat(letter.reason()).contains("dead-letter-topic is missing");
  }
}
