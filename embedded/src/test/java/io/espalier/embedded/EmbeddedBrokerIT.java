package io.espalier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path dir;

  @Test
  void recordsSurviveARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      create(broker, "facts");
      send(broker, "facts", "one", "two");
      assertThat(read(broker, "facts", 2)).containsExactly("one", "two");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      send(broker, "facts", "three");
      assertThat(read(broker, "facts", 3)).containsExactly("one", "two", "three");
    }
  }

  @Test
  void aShareGroupHandsOutEveryRecordAndAGivenBackOneAgain() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      create(broker, "work");
      shortLocks(broker, "workers");
      send(broker, "work", "a");
      List<Short> deliveries = new ArrayList<>();
      try (KafkaShareConsumer<byte[], byte[]> worker = worker(broker)) {
        worker.subscribe(List.of("work"));
        deliveries.add(take(worker, AcknowledgeType.RELEASE).deliveryCount().orElseThrow());
        deliveries.add(take(worker, AcknowledgeType.ACCEPT).deliveryCount().orElseThrow());
      }
      assertThat(deliveries).containsExactly((short) 1, (short) 2);
    }
  }

  @Test
  void aBusyPortIsNamed() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(dir, taken.getLocalPort()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }

  private static ConsumerRecord<byte[], byte[]> take(
      KafkaShareConsumer<byte[], byte[]> worker, AcknowledgeType answer) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<byte[], byte[]> record : worker.poll(Duration.ofMillis(500))) {
        worker.acknowledge(record, answer);
        worker.commitSync();
        return record;
      }
    }
    throw new AssertionError("nothing was handed out within " + PATIENCE);
  }

  private static KafkaShareConsumer<byte[], byte[]> worker(EmbeddedBroker broker) {
    return new KafkaShareConsumer<>(
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "group.id", "workers",
            "share.acknowledgement.mode", "explicit"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void shortLocks(EmbeddedBroker broker, String group) throws Exception {
    try (Admin admin = admin(broker)) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
      admin
          .incrementalAlterConfigs(
              Map.of(
                  resource,
                  List.of(
                      set("share.record.lock.duration.ms", "5000"),
                      set("share.auto.offset.reset", "earliest"))))
          .all()
          .get();
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private static void create(EmbeddedBroker broker, String topic) throws Exception {
    try (Admin admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static void send(EmbeddedBroker broker, String topic, String... values) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String value : values) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, bytes, bytes)).get();
      }
    }
  }

  private static List<String> read(EmbeddedBroker broker, String topic, int count) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "readers-of-" + count,
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<String> seen = new ArrayList<>();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (seen.size() < count && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> seen.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
      return seen;
    }
  }
}
