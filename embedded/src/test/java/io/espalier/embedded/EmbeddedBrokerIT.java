package io.espalier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @Test
  void aShareGroupGetsWhatWasWrittenBeforeTheBrokerWasRestarted(@TempDir Path dir)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir);
        Admin admin = Admin.create(client(broker));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(client(broker), new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic("work", 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>("work", "k", "first")).get();
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(dir);
        Admin admin = Admin.create(client(broker))) {
      readFromTheBeginning(admin, "workers");

      assertThat(take(broker, "workers")).containsExactly("first");
    }
  }

  @Test
  void aBusyPortIsNamed(@TempDir Path dir) throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(dir, other.getLocalPort()))
          .hasMessageContaining(String.valueOf(other.getLocalPort()))
          .hasMessageContaining("busy");
    }
  }

  private static List<String> take(EmbeddedBroker broker, String group) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group);
    List<String> taken = new ArrayList<>();
    try (KafkaShareConsumer<String, String> consumer =
        new KafkaShareConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("work"));
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (taken.isEmpty() && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          taken.add(record.value());
        }
      }
      assertThat(consumer.commitSync().values()).allMatch(Optional::isEmpty);
    }
    return taken;
  }

  private static void readFromTheBeginning(Admin admin, String group) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.GROUP, group),
                List.of(
                    new AlterConfigOp(
                        new ConfigEntry("share.auto.offset.reset", "earliest"),
                        AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
