package io.espalier.audit.verification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.embedded.EmbeddedBroker;
import io.espalier.envelope.WireRecord;
import io.espalier.log.KafkaEvents;
import io.espalier.log.Topics;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A campaign on a real broker. What was changed in a record is written anew to a new broker, which
 * gives it a right checksum; what was changed in a file of the log has a wrong one.
 */
class VerificationIT {
  @TempDir private Path directory;

  @Test
  void aStoredCampaignHoldsUntilAByteOfItsLogIsChanged() throws Exception {
    write(told());
    assertThat(verify().problems()).isEmpty();

    flip("small-aaaaa.1/1/dense/0/trained", "\"seconds\":1.5");

    assertThat(verify().problems())
        .extracting(Problem::what)
        .anyMatch(what -> what.contains("damaged in the log") && what.contains("crc"))
        .anyMatch(what -> what.contains("its cause small-aaaaa.1/1/dense/0/trained is not"));
  }

  @Test
  void aRecordThatWasWrittenAnewWithARightChecksumIsFoundByItsEffects() throws Exception {
    List<WireRecord> records = told();
    for (int i = 0; i < records.size(); i++) {
      WireRecord record = records.get(i);
      if (record.headers().get("ce_id").equals("small-aaaaa.1/1/half/1/pruned")) {
        String payload = record.payload().replace("\"seconds\":0.5", "\"seconds\":0.4");
        assertThat(payload).isNotEqualTo(record.payload());
        records.set(i, new WireRecord(record.topic(), record.key(), record.headers(), payload));
      }
    }
    write(records);

    assertThat(verify().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at()).startsWith("pruned[0]@");
              assertThat(problem.what()).startsWith("small-aaaaa.1/1/half/1/pruned: was altered");
            });
  }

  private List<WireRecord> told() {
    return new ArrayList<>(SmallCampaign.told(store()));
  }

  private DirectoryArtifactStore store() {
    return new DirectoryArtifactStore(directory.resolve("artifacts"));
  }

  private void write(List<WireRecord> records) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"));
        Admin admin = Admin.create(client(broker));
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                client(broker), new ByteArraySerializer(), new ByteArraySerializer())) {
      Topics.ensure(admin);
      for (WireRecord record : records) {
        producer.send(KafkaEvents.write(record)).get();
      }
    }
  }

  private AuditReport verify() throws UnknownCampaign {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"))) {
      return new Verification(store(), (checked, total) -> assertThat(total).isNotNegative())
          .of(SmallCampaign.ID, client(broker))
          .report();
    }
  }

  /** Changes the last character of a text in the record of an event, in the segment's file. */
  private void flip(String event, String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("kafka"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        boolean trained = file.getParent().getFileName().toString().startsWith("trained-");
        String content = new String(Files.readAllBytes(file), ISO_8859_1);
        // Headers stand behind the payload of their record.
        int header = trained ? content.indexOf(event) : -1;
        int at = header < 0 ? -1 : content.lastIndexOf(text, header);
        if (at >= 0) {
          try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at + text.length() - 1L);
            bytes.write('6');
          }
          return;
        }
      }
    }
    throw new IllegalStateException(event + " is in no segment");
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
