package io.espalier.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.embedded.EmbeddedBroker;
import io.espalier.envelope.Decoded;
import io.espalier.events.Event;
import io.espalier.events.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker. */
class EventLogIT {
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker(@TempDir Path directory) throws Exception {
    broker = EmbeddedBroker.start(directory);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @Test
  void severalServicesMayCreateTheTopicsAtOnce() throws Exception {
    try (Admin admin = admin()) {
      ExecutorService services = Executors.newFixedThreadPool(4);
      List<Future<?>> starts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        starts.add(services.submit(() -> Topics.ensure(admin)));
      }
      for (Future<?> start : starts) {
        start.get();
      }
      services.shutdown();

      assertThat(admin.listTopics().names().get()).containsAll(Topics.names());
    }
  }

  @Test
  void aTopicThatWouldLoseEventsIsRefusedByName() throws Exception {
    try (Admin admin = admin()) {
      Topics.ensure(admin);
      setRetention(admin, "86400000");
      try {
        assertThatThrownBy(() -> Topics.ensure(admin))
            .isInstanceOf(TopicsUnfit.class)
            .hasMessageContaining("scored: retention.ms is 86400000, allowed: -1");
      } finally {
        setRetention(admin, "-1");
      }
    }
  }

  @Test
  void aReplayReadsWhatWasWrittenInTheOrderOfEachKeyAndNotesWhatIsMalformed() throws Exception {
    try (Admin admin = admin();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      Topics.ensure(admin);
      for (int i = 1; i <= 50; i++) {
        producer.send(KafkaEvents.write(Samples.idle("w" + i % 3, i))).get();
      }
      producer.send(new ProducerRecord<>("workers", 0, null, "{".getBytes(UTF_8))).get();

      List<Decoded> read = new ArrayList<>();
      Map<TopicPartition, Long> ends =
          LogReplay.replay(
              Map.of("bootstrap.servers", broker.bootstrapServers()),
              List.of(Topic.WORKERS),
              read::add);

      assertThat(read).filteredOn(Decoded.Malformed.class::isInstance).hasSize(1);
      assertThat(idsOf(read, "w1")).hasSize(17).isSortedAccordingTo(EventLogIT::bySequence);
      assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(51);
    }
  }

  private static int bySequence(String a, String b) {
    return Integer.compare(
        Integer.parseInt(a.substring(a.indexOf('/') + 1)),
        Integer.parseInt(b.substring(b.indexOf('/') + 1)));
  }

  private static List<String> idsOf(List<Decoded> read, String key) {
    return read.stream()
        .filter(Decoded.Received.class::isInstance)
        .map(d -> ((Decoded.Received) d).event())
        .filter(e -> e.key().equals(key))
        .map(Event::eventId)
        .toList();
  }

  private static void setRetention(Admin admin, String value)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Collection<AlterConfigOp>> change =
        Map.of(
            new ConfigResource(ConfigResource.Type.TOPIC, "scored"),
            List.of(
                new AlterConfigOp(
                    new ConfigEntry("retention.ms", value), AlterConfigOp.OpType.SET)));
    admin.incrementalAlterConfigs(change).all().get();
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
