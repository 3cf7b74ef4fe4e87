package io.espalier.audit.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.embedded.EmbeddedBroker;
import io.espalier.envelope.Decoded;
import io.espalier.events.CampaignEvent;
import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.log.KafkaEvents;
import io.espalier.log.Topics;
import io.espalier.samples.Samples;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker and its files. */
class CampaignHistoryIT {
  @TempDir private Path directory;
  private final List<Decoded> records = new ArrayList<>();
  private final List<LogFlaw> flaws = new ArrayList<>();

  @BeforeEach
  void writeTwoCampaigns() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
        Admin admin = Admin.create(client(broker));
        KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      Topics.ensure(admin);
      for (int revision = 1; revision <= 5; revision++) {
        producer.send(paused("wanted-aaaaa", revision)).get();
        producer.send(paused("wanted-aaaaab", revision)).get();
      }
      producer
          .send(new ProducerRecord<>("trained", "wanted-aaaaa.1".getBytes(UTF_8), new byte[] {'{'}))
          .get();
    }
  }

  @Test
  void theRecordsOfOneCampaignComeInTheOrderOfTheirOffsetsMalformedOnesIncluded() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      read(broker);
    }

    assertThat(revisions()).containsExactly(1, 2, 3, 4, 5);
    assertThat(records).hasSize(6).last().isInstanceOf(Decoded.Malformed.class);
    assertThat(flaws).isEmpty();
  }

  @Test
  void aFlippedByteInASegmentIsLocatedAndTheRecordsBehindItAreRead() throws IOException {
    flipLast("\"wanted-aaaaa\",\"revision\":2");

    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      read(broker);
    }

    assertThat(revisions()).containsExactly(1, 3, 4, 5);
    assertThat(flaws)
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.at().topic()).isEqualTo("campaigns");
              assertThat(flaw.what()).contains("the record is damaged in the log").contains("crc");
            });
  }

  private void read(EmbeddedBroker broker) {
    new CampaignHistory("wanted-aaaaa").read(client(broker), records::add, flaws::add);
  }

  private List<Integer> revisions() {
    return records.stream()
        .filter(Decoded.Received.class::isInstance)
        .map(decoded -> ((CampaignPaused) ((Decoded.Received) decoded).event()).revision())
        .toList();
  }

  private void flipLast(String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        int at =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(text);
        if (at >= 0) {
          try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at + text.length() - 1L);
            bytes.write('9');
          }
          return;
        }
      }
    }
    throw new IllegalStateException(text + " is in no segment");
  }

  private static ProducerRecord<byte[], byte[]> paused(String campaign, int revision) {
    CampaignEvent event = new CampaignPaused(campaign, revision);
    return KafkaEvents.write(Samples.envelope(event));
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        client(broker), new ByteArraySerializer(), new ByteArraySerializer());
  }
}
